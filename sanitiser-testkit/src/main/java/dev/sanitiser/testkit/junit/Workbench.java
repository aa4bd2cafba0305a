package dev.sanitiser.testkit.junit;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.testkit.DatabaseSchema;
import dev.sanitiser.testkit.RestoredCopy;
import dev.sanitiser.testkit.SanitisedDump;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One database and what is made of it, each made when first asked for; JUnit closes it with the test or class. */
final class Workbench implements AutoCloseable {

    private static final Map<Class<?>, Function<Workbench, Object>> PARAMETERS = Map.of(
            DataSource.class, Workbench::dataSource,
            TestDatabase.class, Workbench::database,
            AllowList.class, Workbench::allowList,
            DatabaseSchema.class, w -> DatabaseSchema.of(w.dataSource()),
            SanitisationPlan.class, Workbench::plan,
            SanitisedDump.class, Workbench::dump,
            RestoredCopy.class, w -> w.dump().copy());

    private final Setup setup;
    private Setup.@Nullable Lent lent;
    private @Nullable AllowList allowList;
    private @Nullable SanitisedDump dump;

    Workbench(Setup setup) {
        this.setup = setup;
    }

    static boolean offers(Class<?> type) {
        return PARAMETERS.containsKey(type);
    }

    /** @param type one that is {@linkplain #offers offered} */
    static Object parameter(Class<?> type, Workbench workbench) {
        return Objects.requireNonNull(PARAMETERS.get(type)).apply(workbench);
    }

    private synchronized Setup.Lent lent() {
        if (lent == null) {
            lent = setup.database().get();
        }
        return lent;
    }

    private DataSource dataSource() {
        return lent().dataSource();
    }

    private TestDatabase database() {
        return lent().owned()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The test brings its own database, so there is no TestDatabase: take the DataSource."));
    }

    private synchronized AllowList allowList() {
        if (allowList == null) {
            allowList = setup.allowList().get();
        }
        return allowList;
    }

    private SanitisationPlan plan() {
        return Sanitiser.plan(dataSource(), allowList(), setup.options().plan());
    }

    private synchronized SanitisedDump dump() {
        if (dump == null) {
            dump = SanitisedDump.onDemand(dataSource(), allowList(), setup.options());
        }
        return dump;
    }

    @Override
    public synchronized void close() {
        try {
            if (dump != null) {
                dump.close();
            }
        } finally {
            if (lent != null) {
                lent.owned().ifPresent(TestDatabase::close);
            }
        }
    }
}
