import type { ComponentChildren } from 'preact';
import { formatMoment } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';
import { LawLink, type LawLinkProps } from './law-link.tsx';
import { usePage, useText } from './page.ts';
import { Phone } from './phone.tsx';

export type ReasonsSheetProps = {
  ground: { kind: 'law'; law: LawLinkProps } | { kind: 'contract'; clause: string; text: string };
  facts: readonly { text: string; source: string; href?: string | undefined }[];
  rule?:
    | {
        policy: string;
        version: string;
        rule: string;
        /** The model that told the values. */
        model?: string | undefined;
        values: readonly { name: string; value: string }[];
        /** The published table, at this rule. */
        href?: string | undefined;
      }
    | undefined;
  detected: 'auto' | 'human';
  decided: 'auto' | 'human';
  responsible: string;
  /** Instants are RFC 3339 UTC; `until` null means until lifted. */
  measures: readonly { name: string; from: string; until: string | null }[];
  lifts: readonly string[];
  papers: readonly string[];
  complain: readonly { name: string; phone?: string | undefined; href?: string | undefined }[];
  /** What a reported statement does not say. */
  missing?: readonly string[] | undefined;
};

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      <div>{children}</div>
    </section>
  );
}

/** The whole statement of reasons of one flag, part by part, in the order a person asks. */
export function ReasonsSheet(props: ReasonsSheetProps) {
  const { ground, facts, rule, detected, decided, responsible, measures, lifts, papers, complain, missing } = props;
  const { locale, now } = usePage();
  const say = useText();
  return (
    <article class="sheet">
      <h2>{say('piece.reasons.heading')}</h2>
      {missing && missing.length > 0 && (
        <div class="sheet-missing">
          <p class="with-icon">
            <Icon name="question" />
            {say('piece.reasons.missing')}
          </p>
          <ul>
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <Part title={say('piece.reasons.lifts')}>
        <ul>
          {lifts.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Part>
      <Part title={say('piece.reasons.papers')}>
        {papers.length === 0 ? (
          <p>{say('piece.reasons.no_papers')}</p>
        ) : (
          <ul>
            {papers.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={say('piece.reasons.measures')}>
        <ul>
          {measures.map((one) => (
            <li key={one.name}>
              {one.name}
              <span class="soft num sheet-period">
                {one.until
                  ? say('piece.reasons.from_until', {
                      from: formatMoment(locale, one.from, now),
                      until: formatMoment(locale, one.until, now),
                    })
                  : say('piece.reasons.from_open', { from: formatMoment(locale, one.from, now) })}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('piece.reasons.facts')}>
        <ol>
          {facts.map((fact) => (
            <li key={fact.text}>
              {fact.text}
              <span class="soft sheet-period">
                {say('piece.reasons.source')} {fact.href ? <a href={fact.href}>{fact.source}</a> : fact.source}
              </span>
            </li>
          ))}
        </ol>
      </Part>
      <Part title={say('piece.reasons.ground')}>
        <p class="soft">{say(`piece.reasons.ground_${ground.kind}`)}</p>
        {ground.kind === 'law' ? (
          <LawLink {...ground.law} />
        ) : (
          <p>
            {ground.clause} {ground.text}
          </p>
        )}
      </Part>
      {rule && (
        <Part title={say('piece.reasons.rule')}>
          <p>{say('piece.reasons.rule_name', { policy: rule.policy, version: rule.version, rule: rule.rule })}</p>
          {rule.model && <p>{say('piece.reasons.model', { model: rule.model })}</p>}
          {rule.href && (
            <p>
              <a href={rule.href}>{say('policy.public.link')}</a>
            </p>
          )}
          <p class="soft">{say('piece.reasons.rule_saw')}</p>
          <dl class="values num">
            {rule.values.map((one) => (
              <div key={one.name}>
                <dt>{one.name}</dt>
                <dd>{one.value}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <Part title={say('piece.reasons.how')}>
        <p>{say(`piece.reasons.detected_${detected}`)}</p>
        <p>{say(`piece.reasons.decided_${decided}`)}</p>
      </Part>
      <Part title={say('piece.reasons.responsible')}>
        <p>{responsible}</p>
      </Part>
      <Part title={say('piece.reasons.complain')}>
        <ul class="plain">
          {complain.map((one) => (
            <li key={one.name} class="sheet-door">
              {one.href ? <a href={one.href}>{one.name}</a> : <span>{one.name}</span>}
              {one.phone && <Phone number={one.phone} />}
            </li>
          ))}
        </ul>
      </Part>
    </article>
  );
}
