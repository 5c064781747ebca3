import { PublicLayout } from '../layout/public-layout.tsx';
import { Empty, type EmptyProps } from '../pieces/empty.tsx';

/** One message and what can be done now: not found, refused, broken on our side. */
export function MessagePage({ title, body, action }: EmptyProps) {
  return (
    <PublicLayout title={title} indexed={false}>
      <Empty title={title} body={body} action={action} level={1} />
    </PublicLayout>
  );
}
