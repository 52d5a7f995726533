/**
 * Questions: what is asked is a record, whose components are the parameters. The record says once what each may be and what it does to
 * a list, for the address, a page's form, the statement, and the API's description.
 */
@NullMarked
package brightline.query.question;

import org.jspecify.annotations.NullMarked;
