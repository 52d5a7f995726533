package brightline.command.imports;

import brightline.command.imports.file.FormatGuide;
import brightline.command.imports.file.ImportFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The formats there are, in the order people are shown them. */
@Component
final class Formats {
    private final List<ImportFormat<?>> all;

    Formats(List<ImportFormat<?>> all) {
        this.all = all;
    }

    /** The format of a name; empty where there is none, or none any more. */
    Optional<ImportFormat<?>> named(String name) {
        return all.stream().filter(format -> format.guide().name().equals(name)).findFirst();
    }

    List<FormatGuide> guides() {
        return all.stream().<FormatGuide>map(ImportFormat::guide).toList();
    }

    List<String> names() {
        return guides().stream().map(FormatGuide::name).toList();
    }
}
