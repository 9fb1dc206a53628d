import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostAskedAtOnce } from './limits';

/** What a template of WeChat is applied for; `config/work/templates.json` says more. */
export const templateName = z.enum(['to-do', 'on-notice', 'posted', 'result', 'lapsing']);
export type TemplateName = z.infer<typeof templateName>;

/** A template that is set up, and how many messages of it the caller will still be sent. */
export const reminder = z.object({ template: templateName, templateId: z.string(), left: z.int() });

/** What somebody has just let WeChat tell them, once of each. */
export const addTickets = contract({
  functionName: 'people',
  action: 'add-tickets',
  title: '让微信提醒我',
  kind: 'command',
  input: z.strictObject({ accepted: f.listOf(templateName, mostAskedAtOnce) }),
  value: z.object({ reminders: f.listOf(reminder, 5) }),
  logged: ['accepted'],
  refusals: ['no-reminder-added'],
});
