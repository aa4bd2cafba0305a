package dev.sanitiser.testkit.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Objects;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes that are no tests of this build. */
public final class TestClasses {

    private TestClasses() {}

    public static EngineExecutionResults run(Class<?>... classes) {
        return builder(classes).execute();
    }

    public static EngineExecutionResults runInParallel(Class<?>... classes) {
        return builder(classes)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();
    }

    private static EngineTestKit.Builder builder(Class<?>... classes) {
        EngineTestKit.Builder builder =
                EngineTestKit.engine("junit-jupiter").configurationParameter("junit.jupiter.conditions.deactivate", "");
        for (Class<?> type : classes) {
            builder.selectors(selectClass(type));
        }
        return builder;
    }

    /** The messages of all failures, containers first. */
    public static List<String> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream().map(TestClasses::message).toList();
    }

    private static String message(Event event) {
        return event.getPayload(TestExecutionResult.class)
                .flatMap(TestExecutionResult::getThrowable)
                .map(failure -> Objects.requireNonNullElse(failure.getMessage(), ""))
                .orElse("");
    }
}
