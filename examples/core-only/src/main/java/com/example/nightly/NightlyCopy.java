package com.example.nightly;

import dev.sanitiser.DumpListener;
import dev.sanitiser.DumpOptions;
import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpTarget;
import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.postgres.Source;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/** What a service does with Sanitiser: looks at the plan, then has it carried out. */
public final class NightlyCopy {

    private final DataSource database;
    private final AllowList allowList;

    public NightlyCopy(DataSource database, AllowList allowList) {
        this.database = database;
        this.allowList = allowList;
    }

    /** The columns whose real values travel, such as {@code users.id}. */
    public List<String> keptColumns() {
        return plan().copiedTables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.treatment().label().equals("keep"))
                        .map(column -> table.name() + "." + column.column().name()))
                .toList();
    }

    /** Does what the plan says, or refuses if the database has changed since it was made. */
    public DumpReport write(Path file) {
        SanitisationPlan reviewed = plan();
        return Sanitiser.dump(
                Source.of(database), reviewed, DumpOptions.defaults(), DumpTarget.file(file), DumpListener.silent());
    }

    private SanitisationPlan plan() {
        return Sanitiser.plan(database, allowList, PlanOptions.defaults());
    }
}
