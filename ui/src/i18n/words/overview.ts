import { formatCounted } from '../format';

/** What there is to do today. */
export const overview = {
  title: 'Översikt',
  lead: 'Det som väntar just nu. Sidan uppdateras av sig själv.',
  mine: 'Väntar på dig',
  unit: 'Väntar på enheten',
  count: formatCounted,
  lists: { toReview: 'att granska', unread: 'olästa', unanswered: 'obesvarade', scheduled: 'skickas senare' },
  toReviewHelp: 'Invånaren har svarat.',
  unreadHelp: (days: number) => `Inte lästa på mer än ${days} dygn. Överväg brev eller telefon.`,
  unansweredHelp: 'Invånaren har inte svarat än.',
  scheduledHelp: 'Väntar på sin tid, eller stoppade när den kom.',
  overdue: (count: number) => `${formatCounted(count)} skulle redan ha granskats`,
  draft: 'Påbörjat meddelande',
  draftSaved: (when: string) => `Sparat ${when}. Fortsätt skriva.`,
  none: 'Inget väntar på dig just nu.',
  noneHelp: 'När en invånare svarar, eller inte läser i tid, syns det här.',
} as const;
