import { paths } from '../paths.ts';
import { Icon } from '../pieces/icon.tsx';
import { useText } from '../pieces/page.ts';

/** Numbers of Telecom Regulations art. 36: fire, police, medical and traffic emergency calls. */
const EMERGENCY = [
  { number: '110', word: 'layout.emergency_police' },
  { number: '119', word: 'layout.emergency_fire' },
  { number: '120', word: 'layout.emergency_ambulance' },
  { number: '122', word: 'layout.emergency_traffic' },
] as const;

/** What holds on every page for the public: emergency calls, and that lifting a flag is free. */
export function Foot() {
  const say = useText();
  return (
    <footer class="foot">
      <section aria-labelledby="emergency">
        <h2 id="emergency">{say('layout.emergency_title')}</h2>
        <ul class="foot-numbers">
          {EMERGENCY.map(({ number, word }) => (
            <li key={number}>
              <a href={`tel:${number}`}>
                <b class="num">{number}</b>
                <span>{say(word)}</span>
              </a>
            </li>
          ))}
        </ul>
        <p>
          {say('layout.emergency_text')}
          <span class="foot-law">{say('layout.emergency_law')}</span>
        </p>
      </section>
      <p>
        <a href={paths.guides}>{say('guides.title')}</a> · <a href={paths.letters}>{say('letters.title')}</a> ·{' '}
        <a href={paths.clocks}>{say('clock.page.title')}</a>
      </p>
      <p class="with-icon foot-free">
        <Icon name="info" />
        <span>{say('layout.free')}</span>
      </p>
    </footer>
  );
}
