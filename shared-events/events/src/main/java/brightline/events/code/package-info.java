/**
 * Code lists as data: each code with its tier or level, the days on which it holds, how sure its row is and where it comes from.
 *
 * <p>The rows shipped here are a start. One marked "from memory, unverified" is to be replaced by the district's own current
 * list before go-live; a new edition closes the old rows and adds its own. The days given are ours: the day a list is taken to
 * start. {@code sources.csv} beside the lists says what each source key stands for. Tiers are ours throughout: 0 no misconduct,
 * 1 school rule only, 2 public-order or no-injury conduct that could be charged but is treated as school discipline, 3 offence
 * with discretion, 4 serious or must-report.
 */
@NullMarked
package brightline.events.code;

import org.jspecify.annotations.NullMarked;
