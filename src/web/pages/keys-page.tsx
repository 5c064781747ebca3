import { paths } from '../paths.ts';
import { usePage, useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import { AuthorityFrame } from './authority-frame.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type KeysPageProps = { readonly side: 'desk' | 'authority'; readonly house: string };

type Act = 'help' | 'find' | 'leave' | 'next' | 'previous' | 'open' | 'tick' | 'filter' | 'save' | 'back' | 'acts';
type Key = { readonly keys: readonly string[]; readonly act: Act; readonly deskOnly?: true };

const GROUPS: readonly { readonly of: 'anywhere' | 'lists' | 'case'; readonly keys: readonly Key[] }[] = [
  {
    of: 'anywhere',
    keys: [
      { keys: ['?'], act: 'help' },
      { keys: ['/'], act: 'find' },
      { keys: ['Esc'], act: 'leave' },
    ],
  },
  {
    of: 'lists',
    keys: [
      { keys: ['j', '↓'], act: 'next' },
      { keys: ['k', '↑'], act: 'previous' },
      { keys: ['Enter'], act: 'open' },
      { keys: ['x'], act: 'tick', deskOnly: true },
      { keys: ['f'], act: 'filter' },
      { keys: ['s'], act: 'save', deskOnly: true },
    ],
  },
  {
    of: 'case',
    keys: [
      { keys: ['u'], act: 'back' },
      { keys: ['a'], act: 'acts' },
    ],
  },
];

/** The keys of a desk on a page; its script shows the same over the page one is on. */
export function KeysPage({ side, house }: KeysPageProps) {
  const say = useText();
  const shown = { title: say('keys.title'), hint: say('keys.hint') };
  return side === 'desk' ? (
    <DeskFrame {...shown} carrier={house}>
      <Keys side={side} />
    </DeskFrame>
  ) : (
    <AuthorityFrame {...shown} body={house}>
      <Keys side={side} />
    </AuthorityFrame>
  );
}

function Keys({ side }: Pick<KeysPageProps, 'side'>) {
  const { keys } = usePage();
  const say = useText();
  const here = side === 'desk' ? paths.deskKeys : paths.authorityKeys;
  return (
    <div id="keys-help" class="keys-help" data-close={say('keys.close')}>
      {GROUPS.map((group) => (
        <section key={group.of}>
          <h2>{say(`keys.${group.of}`)}</h2>
          <dl>
            {group.keys
              .filter(({ deskOnly }) => side === 'desk' || !deskOnly)
              .map(({ keys: names, act }) => (
                <div key={act}>
                  <dt>
                    {names.map((name, index) => (
                      <span key={name}>
                        {index > 0 && ` ${say('keys.or')} `}
                        <kbd>{name}</kbd>
                      </span>
                    ))}
                  </dt>
                  <dd>{say(`keys.do.${act}`)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <div class="soft">
        <p>{say('keys.arrows')}</p>
        <p>{say('keys.readers')}</p>
        <p>{say('keys.without')}</p>
      </div>
      <p>
        {say(keys ? 'keys.on_now' : 'keys.off_now')}{' '}
        <a href={withQuery(here, { keys: keys ? 'off' : 'on' })}>{say(keys ? 'keys.switch_off' : 'keys.switch_on')}</a>
      </p>
    </div>
  );
}
