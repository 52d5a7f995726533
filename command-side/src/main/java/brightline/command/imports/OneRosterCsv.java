package brightline.command.imports;

/**
 * A district's roster as 1EdTech's OneRoster 1.2 CSV binding has it: a zip of files that refer to each other. From the
 * specification, as we know it, come the names of files and columns, the properties of the manifest, the statuses, the role and
 * organisation types, the words for sex and the grade codes (CEDS). What they become here is ours and said in the description.
 */
final class OneRosterCsv implements ImportFormat {
    static final String NAME = "oneroster-1.2";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return """
                oneroster-1.2: a district's students as 1EdTech OneRoster 1.2 CSV, bulk or delta.
                One zip with manifest.csv and the CSV files at its top level; UTF-8, comma-separated, a header line, one record
                per line (no line break inside quotes); columns in any order. Other files and columns are not read.

                manifest.csv: propertyName, value; oneroster.version must be 1.2; file.orgs, file.users, file.roles,
                  file.demographics, file.enrollments say bulk, delta or absent. With bulk users, orgs and roles must come too.
                orgs.csv: sourcedId, name, type, identifier. Organizations of type school are schools; their code is the
                  identifier, or the sourcedId where a school of that code is registered or there is no identifier. A school
                  nobody registered is entered provisionally as soon as a student is enrolled there.
                users.csv: sourcedId, givenName, familyName, identifier (the student number), grades, primaryOrgSourcedId.
                roles.csv: userSourcedId, roleType, role, beginDate, endDate, orgSourcedId. Who has the role student is a
                  student; everybody else is out of scope.
                demographics.csv: sourcedId, birthDate, sex, the five races, demographicRaceTwoOrMoreRaces and
                  hispanicOrLatinoEthnicity. Hispanic of any race is HISPANIC, two or more races MULTIRACIAL.
                enrollments.csv: userSourcedId, schoolSourcedId, role, beginDate. Tells the school where neither a role nor the
                  primary organization does, and the first day there.

                status tobedeleted of a user ends the student's enrollment, of a role the one at its school; so does an endDate
                that has passed. A class that ends, or a person who is missing from the files, ends nothing.
                A blank cell says nothing and changes nothing; what is said replaces what was entered by hand. Of grades, the
                band is kept.
                Every line has one answer: accepted where its student was entered or changed, a duplicate where nothing was
                new, out of scope, or rejected.
                """;
    }
}
