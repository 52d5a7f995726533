/** Officers as the schools' programme knows them: star number, usual capacity, assignments. */
@NullMarked
package brightline.command.officer;

import org.jspecify.annotations.NullMarked;
