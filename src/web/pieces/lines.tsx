/** Sentences one below the other. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="learn-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
