/** Whether the databases' own guards (triggers, functions, owners, rights) are as the program made them. */
@NullMarked
package brightline.edge.catalogue;

import org.jspecify.annotations.NullMarked;
