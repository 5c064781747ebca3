import { MessagePage } from './message-page.tsx';

/** Every page by name. A page is a component; what it takes is what its route must hand over. */
export const pages = {
  message: MessagePage,
} as const;
