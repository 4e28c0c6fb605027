import type { Reason } from '../../api/types.js';

/** How a reason reads: the template of its code, filled, or the engine's own text where there is none or it says something else. */
export function reasonText(reason: Reason, templates: Readonly<Record<string, string>>): string {
  const template = Object.hasOwn(templates, reason.code) ? templates[reason.code] : undefined;
  if (template === undefined) return reason.text;
  const named = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  if (!named.every((name) => Object.hasOwn(reason.params, name))) return reason.text;
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => reason.params[name]!);
}
