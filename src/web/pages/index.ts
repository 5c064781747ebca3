import { CheckPage } from './check-page.tsx';
import { HomePage } from './home-page.tsx';
import { MessagePage } from './message-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Every page by name. A page is a component; what it takes is what its route must hand over. */
export const pages = {
  message: MessagePage,
  home: HomePage,
  check: CheckPage,
  signIn: SignInPage,
} as const;
