import { missingTemplates, readTemplates } from '../../src/domain/messages/templates';
import type { Difference } from './difference';

/** What cannot be read of `JIFEN_TEMPLATES`: functions leave it out, and nobody is reminded. */
export function templateDifferences(text: string | undefined): Difference[] {
  return readTemplates(text).problems.map((problem) => {
    const sentence = `JIFEN_TEMPLATES 里${problem}。这一样不会提醒,请照 README 的“订阅消息”改。`;
    return { sentence, step: null };
  });
}

/** Which templates are still to be applied for: nothing has to be, so it is no difference. */
export function templatesInWords(text: string | undefined): string[] {
  const missing = missingTemplates(readTemplates(text).templates);
  if (missing.length === 0) return ['订阅消息的模板都配好了。'];
  const named = missing.map(({ name, title }) => `${name}(${title})`).join('、');
  return [`订阅消息还没有配的模板:${named}。没有也能用,只是微信不提醒。`];
}
