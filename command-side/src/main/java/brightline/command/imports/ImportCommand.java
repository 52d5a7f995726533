package brightline.command.imports;

import brightline.command.imports.ImportStatus.Counts;
import brightline.command.imports.ImportStatus.Rejection;
import brightline.command.imports.OneRosterOrgs.RosterOrg;
import brightline.command.submission.Commuting;
import brightline.events.ImportId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of an import once its file has arrived. */
sealed interface ImportCommand extends Commuting
        permits StartImport,
                ImportCommand.TakeChunk,
                ImportCommand.TakeRoster,
                ImportCommand.TakeReference,
                ImportCommand.FinishImport {
    ImportId importId();

    /**
     * Takes some lines that follow each other: all of it in one transaction.
     *
     * @param fromOffset where the import must stand; else another runner took them
     * @param outOfScope how many lines are of no concern, by reason
     * @param rejections lines that cannot be read
     */
    record TakeChunk(
            ImportId importId,
            long fromOffset,
            long toOffset,
            long lastLine,
            Map<OutOfScope, Long> outOfScope,
            List<ImportedContact> contacts,
            List<Rejection> rejections)
            implements ImportCommand {}

    /**
     * Takes a piece of a roster: all of it in one transaction.
     *
     * @param fromOffset where the import must stand; else another runner took it
     * @param system what the roster calls itself; sourcedIds are its own
     * @param orgs to be known from now on
     * @param persons who may be students
     * @param outOfScope how many lines are of no concern, by reason
     * @param rejections lines that cannot be read
     */
    record TakeRoster(
            ImportId importId,
            long fromOffset,
            long toOffset,
            String system,
            List<RosterOrg> orgs,
            List<OneRosterPerson> persons,
            Map<OutOfScope, Long> outOfScope,
            List<Rejection> rejections)
            implements ImportCommand {}

    /**
     * Takes some lines about officers or schools that follow each other: all of it in one transaction.
     *
     * @param fromOffset where the import must stand; else another runner took them
     * @param rejections lines that cannot be read
     */
    record TakeReference(
            ImportId importId,
            long fromOffset,
            long toOffset,
            long lastLine,
            List<ReferenceLine> lines,
            List<Rejection> rejections)
            implements ImportCommand {}

    /** Every line has been answered. */
    record FinishImport(ImportId importId) implements ImportCommand {}

    /** Which import it was about. @param before whether the file was known before; null in answers kept from before this was said */
    record Known(ImportId importId, @Nullable Boolean before) {}

    /** What became of the lines of a chunk. */
    record Taken(Counts counts) {}
}
