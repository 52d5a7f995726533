/** How the API's description tells the documents that are sent and answered: from the records they are read into and written from. */
@NullMarked
package brightline.edge.description;

import org.jspecify.annotations.NullMarked;
