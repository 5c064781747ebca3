import { Form } from '../pieces/form.tsx';
import { usePage, useText } from '../pieces/page.ts';

export type AccountPaths = { signIn: string; signOut: string; mySignIn: string };

/** Who is signed in, and the way out; or the way in. */
export function Account({ paths }: { paths: AccountPaths }) {
  const { person } = usePage();
  const say = useText();
  if (!person) {
    return (
      <a class="switch" href={paths.signIn}>
        {say('layout.sign_in')}
      </a>
    );
  }
  return (
    <Form action={paths.signOut} class="account">
      <a class="account-name" href={paths.mySignIn} title={say('layout.signed_in_as', { name: person.name })}>
        {person.name}
        {person.role && <span class="soft"> {person.role}</span>}
      </a>
      <button type="submit" class="switch">
        {say('layout.sign_out')}
      </button>
    </Form>
  );
}
