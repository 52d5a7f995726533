// The words of looking a student up.

/** What is asked: by number where the text holds a digit, else by name; null where it holds neither digit nor letter. */
export function questionOf(typed) {
  const text = typed.trim();
  if (/\d/.test(text)) {
    return { number: text };
  }
  return /\p{L}/u.test(text) ? { name: text } : null;
}

/** One student in a line: enough to tell two of the same name apart. */
export function describeStudent(student) {
  return [
    [student.lastName, student.firstName].filter(Boolean).join(', ') || 'Name not recorded',
    student.number,
    student.gradeBand ? `grades ${student.gradeBand}` : null,
    student.homeSchoolName ?? student.homeSchool,
    student.otherSchools?.length ? `also at ${student.otherSchools.join(', ')}` : null,
    student.age === null || student.age === undefined ? null : `${student.age} years`,
    student.enrolled ? null : leftWords(student.lastDay),
  ]
    .filter(Boolean)
    .join(' · ');
}

function leftWords(lastDay) {
  return lastDay
    ? `no longer enrolled, last day ${new Date(lastDay).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })}`
    : 'no longer enrolled';
}

/** How many were found. */
export function foundWords({ students, more }) {
  if (students.length === 0) {
    return 'Nobody of your schools was found. Type what you know below.';
  }
  if (more) {
    return `More than ${students.length} students match: these are some. Type more of the name.`;
  }
  return students.length === 1 ? 'One student found: choose, or type below.' : `${students.length} students found: choose one, or type below.`;
}

/** What each field is to hold. Blank where it is not known: nothing of a student chosen before may stay beside this one. */
export function fieldsOf(student) {
  const { number, firstName, lastName, birthDate, homeSchool, gradeBand } = student;
  const known = Object.entries({ number, firstName, lastName, birthDate, homeSchool });
  return {
    student: Object.fromEntries(known.map(([key, value]) => [key, value ?? ''])),
    gradeBand: gradeBand ?? '',
  };
}
