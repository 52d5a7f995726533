package brightline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;

/** Who may know whom. */
@AnalyzeClasses(
        packages = "brightline",
        importOptions = {ImportOption.DoNotIncludeTests.class, HousePlanTest.NoTestJars.class})
class HousePlanTest {
    /** Leaves out the modules' test classes where the build has already packed them, which stand in no test folder. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar!");
        }
    }

    @ArchTest
    static final ArchRule the_published_language_knows_the_jdk_and_annotations_only = classes()
            .that()
            .resideInAPackage("brightline.events..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "brightline.events..",
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation.."));

    @ArchTest
    static final ArchRule the_two_sides_never_meet_from_the_query_side = noClasses()
            .that()
            .resideInAPackage("brightline.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("brightline.command..");

    @ArchTest
    static final ArchRule the_two_sides_never_meet_from_the_command_side = noClasses()
            .that()
            .resideInAPackage("brightline.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("brightline.query..");

    @ArchTest
    static final ArchRule the_edge_knows_neither_side = noClasses()
            .that()
            .resideInAPackage("brightline.edge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("brightline.command..", "brightline.query..", "brightline.standalone..");

    @ArchTest
    static final ArchRule only_standalone_sees_the_whole_house = noClasses()
            .that()
            .resideOutsideOfPackage("brightline.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("brightline.standalone..");

    @ArchTest
    static final ArchRule decisions_are_pure = noClasses()
            .that(nameMatching("(?!.*SqlState$).*(Decider|State|Command)([$].*)?"))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.springframework..", "java.sql..", "javax.sql..", "brightline.edge..", "org.slf4j..")
                    .or(nameMatching(Clock.class.getName()))
                    .or(nameMatching(Random.class.getName())))
            .orShould()
            .accessTargetWhere(target(nameMatching("now|randomUUID|currentTimeMillis|nanoTime"))
                    .and(targetOwner(resideInAPackage("java.."))));

    @ArchTest
    static final ArchRule the_log_is_never_read_by_jpa = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                    .and(resideOutsideOfPackage("org.hibernate.validator..")));

    @ArchTest
    static final ArchRule capabilities_of_the_command_side_have_no_cycles =
            slices().matching("brightline.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_a_capability_have_no_cycles =
            slices().matching("brightline.command.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule capabilities_of_the_query_side_have_no_cycles =
            slices().matching("brightline.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_prints_to_the_console_but_the_program_that_starts = noClasses()
            .that(not(resideInAnyPackage("brightline.standalone..", "brightline.benchmark..")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
