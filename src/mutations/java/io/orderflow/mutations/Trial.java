package io.orderflow.mutations;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs classes of tests in the order of their names here, and ends with the first test that fails. */
final class Trial {

    /** How the process ends when all tests pass. */
    static final int PASSED = 0;

    /** How the process ends when a test fails; its last line says which one. */
    static final int FAILED = 10;

    private Trial() {}

    public static void main(String[] classes) {
        Launcher launcher = LauncherFactory.create();
        Watch watch = new Watch();
        for (String name : classes) {
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(name))
                            .filters(includeEngines("junit-jupiter"))
                            .build(),
                    watch);
        }
        end(watch.passed > 0 ? PASSED : 1, watch.passed + " tests pass");
    }

    private static void end(int code, String words) {
        System.out.println();
        System.out.println(words);
        System.out.flush();
        // Neither threads nor hooks of an application whose test has failed are waited for.
        Runtime.getRuntime().halt(code);
    }

    private static final class Watch implements TestExecutionListener {

        private TestPlan plan;
        private int passed;

        @Override
        public void testPlanExecutionStarted(TestPlan started) {
            plan = started;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                result.getThrowable().ifPresent(Throwable::printStackTrace);
                end(FAILED, nameOf(test));
            } else if (test.isTest()) {
                passed++;
            }
        }

        private String nameOf(TestIdentifier test) {
            return plan.getParent(test)
                            .filter(parent -> parent.getParentIdObject().isPresent())
                            .map(parent -> parent.getDisplayName() + " ")
                            .orElse("")
                    + test.getDisplayName();
        }
    }
}
