/**
 * What a submission needs to know of the agency, its schools, officers and agreements: tables written in the transaction that
 * appends the event, so that what was accepted is known from its commit on, on every node.
 */
@NullMarked
package brightline.command.register;

import org.jspecify.annotations.NullMarked;
