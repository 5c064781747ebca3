import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Empty } from '../pieces/empty.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { AccountForms, type Door, faultsOf } from './account-forms.tsx';

export type SignInPerson = { actorId: string; name: string; role: string | null; does: string };
export type SignInPageProps = {
  /** The people of the demo city; null where there is no demo, and so no sign-in yet. */
  demo: {
    people: readonly SignInPerson[];
    staff: readonly SignInPerson[];
    officers: readonly SignInPerson[];
  } | null;
  error?: string | undefined;
} & Door;

/** Everybody of the demo city, one click each; where there is no demo, what can be done without signing in. */
export function SignInPage({ demo, error, ...door }: SignInPageProps) {
  const { next, form } = door;
  const say = useText();
  if (!demo) {
    return (
      <PublicLayout title={say('signin.title')} indexed={false}>
        <h1>{say('signin.title')}</h1>
        <ErrorSummary errors={faultsOf(form)} />
        <AccountForms {...door} />
      </PublicLayout>
    );
  }
  if (demo.people.length + demo.staff.length === 0) {
    return (
      <PublicLayout title={say('signin.title')} indexed={false}>
        <Empty
          level={1}
          title={say('signin.empty_title')}
          body={say('signin.empty_body')}
          action={{ label: say('signin.closed_action'), href: paths.home }}
        />
      </PublicLayout>
    );
  }
  return (
    <PublicLayout title={say('signin.demo_title')} indexed={false}>
      <h1>{say('signin.demo_title')}</h1>
      <p>{say('signin.demo_body')}</p>
      {error && (
        <Notice tone="attention" live>
          {error}
        </Notice>
      )}
      <ErrorSummary errors={faultsOf(form)} />
      <h2>{say('signin.people')}</h2>
      <People people={demo.people} next={next} />
      <h2>{say('signin.staff')}</h2>
      <People people={demo.staff} next={next} />
      {demo.officers.length > 0 && (
        <>
          <h2>{say('signin.officers')}</h2>
          <People people={demo.officers} next={next} />
        </>
      )}
      <AccountForms {...door} />
    </PublicLayout>
  );
}

function People({ people, next }: { people: readonly SignInPerson[]; next: string | null }) {
  return (
    <Form action={paths.signIn} class="grid gap-2" hidden={next ? { next } : {}}>
      {people.map(({ actorId, name, role, does }) => (
        <button
          key={actorId}
          type="submit"
          name="actor_id"
          value={actorId}
          class="choice w-full text-left items-center"
        >
          <span class="grow">
            <b>{name}</b>
            {role && <span class="soft"> · {role}</span>}
            {does !== role && <span class="block soft">{does}</span>}
          </span>
          <Icon name="right" />
        </button>
      ))}
    </Form>
  );
}
