// The classes and reasons of the rule sets in an officer's words.

const CLASSES = {
  ROUTINE_DISCIPLINE: 'Routine discipline',
  ROUTINE_DISCIPLINE_LOW: 'Routine discipline, low',
  NEEDS_REVIEW: 'Needs review',
  LAW_ENFORCEMENT: 'Law enforcement',
  LAW_ENFORCEMENT_DISCRETION: 'Law enforcement with a choice',
  SAFETY_RESPONSE: 'Safety response',
  DECLINED: 'Referred back to the school',
  NOT_ROUTINE: 'Not routine discipline',
  NOT_APPLICABLE: 'Not measured',
  EXCLUDED: 'Voided',
};

const REASONS = {
  VOID: 'The record was voided.',
  NOT_SUBJECT: 'The student was not the subject of the contact.',
  ADMINISTERED_DISCIPLINE: 'An officer imposed, recommended or enforced school discipline.',
  NO_ACTION_RECORDED: 'No action of an officer is recorded.',
  OUTSIDE_WARRANT: 'The contact serves a warrant or another case.',
  NO_CONDUCT_CODE: 'No conduct code is recorded.',
  MASS_SCREENING: 'Everybody passing was checked the same way.',
  COERCION_WITHOUT_CONDUCT: 'Police powers were used without recorded misconduct.',
  NO_CONDUCT: 'No misconduct by this student.',
  SERIOUS_OR_MUST_REPORT: 'The conduct is serious or must be reported.',
  REFERRED_BACK: 'The officer handed the matter back to the school.',
  IMMINENCE_NOT_STATED: 'It is not stated whether there was an immediate threat.',
  INITIATOR_NOT_STATED: 'It is not stated who started the contact.',
  IMMINENT_THREAT: 'There was a real and immediate threat.',
  OFFENCE_WITH_CHOICE: 'An offence where the officer has a choice.',
  ENFORCEMENT_AFTER_SAFETY: 'Enforcement was used although safety was the task.',
  POLICE_POWER_ON_RULE_BREACH: 'Police powers were used on a breach of school rules.',
  PUBLIC_ORDER_OFFENCE: 'Police powers were used on public-order conduct without an immediate threat.',
  ASKED_TO_CORRECT: 'Staff asked the officer to correct a student.',
  PRESENCE_ONLY: 'The officer was present and did not act.',
  CONTACT_ONLY: 'The officer talked with the student and no more.',
};

/** Classes that the agreement gives to the school. */
const FOR_THE_SCHOOL = new Set(['ROUTINE_DISCIPLINE', 'ROUTINE_DISCIPLINE_LOW']);

export const className = (name) => CLASSES[name] ?? name;

export const reasonText = (reason) => REASONS[reason] ?? reason;

export const isForTheSchool = (name) => FOR_THE_SCHOOL.has(name);

/** Under which rule of which set, and whether an agreement stands behind it. */
export function ruleText(answer) {
  const agreement = answer.agreement ? 'of the agreement in force' : 'no agreement in force';
  return `Rule ${answer.rule}, rule set ${answer.ruleSet}, ${agreement}`;
}
