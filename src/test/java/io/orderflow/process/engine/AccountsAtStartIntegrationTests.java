package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.OrderflowApplication;
import io.orderflow.TestDatabase;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("database")
class AccountsAtStartIntegrationTests {

    @Test
    void refusesToStartWithoutAnyAdministrator() {
        assertThatThrownBy(() -> start("--orders.demo=false")).hasRootCauseInstanceOf(NoAdministrator.class);
        assertThatThrownBy(() -> start("--orders.demo=false", "--camunda.bpm.admin-user.id=boss"))
                .hasRootCauseInstanceOf(NoAdministrator.class);
    }

    @Test
    void makesTheConfiguredAdministratorOnceAndNoDemoUsers() {
        try (var context = start(
                "--orders.demo=false",
                "--camunda.bpm.admin-user.id=boss",
                "--camunda.bpm.admin-user.password=correct horse battery")) {
            IdentityService identity = context.getBean(IdentityService.class);

            assertThat(identity.checkPassword("boss", "correct horse battery")).isTrue();
            assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                    .extracting(User::getId)
                    .containsExactly("boss");
            assertThat(identity.createUserQuery().count()).isEqualTo(1);
            assertThat(identity.createGroupQuery().count()).isEqualTo(4);

            identity.deleteUser("boss");
            AccountsAtStart nextStart = context.getBean(AccountsAtStart.class);
            ProcessEngine engine = context.getBean(ProcessEngine.class);
            assertThatThrownBy(() -> nextStart.postProcessEngineBuild(engine))
                    .isInstanceOf(NoAdministrator.class)
                    .hasMessageContaining("boss was deleted");
        }
    }

    @Test
    void refusesAWeakPasswordOfTheConfiguredAdministratorExceptInADemo() {
        String[] weak = {
            "--camunda.bpm.admin-user.id=boss", "--camunda.bpm.admin-user.password=s3cret", "--orders.demo=false"
        };

        assertThatThrownBy(() -> start(weak))
                .rootCause()
                .isInstanceOf(NoAdministrator.class)
                .hasMessageStartingWith("The administrator boss cannot be created. A password has 12 to 72 characters");
        weak[2] = "--orders.demo=true";
        try (var context = start(weak)) {
            assertThat(context.getBean(IdentityService.class).checkPassword("boss", "s3cret"))
                    .isTrue();
        }
    }

    @Test
    void leavesChangedPasswordsAndDeletedUsersAloneAndMakesGroupsOnceHoweverManyNodesStart() throws Exception {
        try (var context = start("--orders.demo=true")) {
            IdentityService identity = context.getBean(IdentityService.class);
            User alice = identity.createUserQuery().userId("alice").singleResult();
            alice.setPassword("changed since then");
            identity.saveUser(alice);
            identity.deleteUser("bob");
            identity.deleteGroup("analyst");
            AccountsAtStart start = context.getBean(AccountsAtStart.class);
            ProcessEngine engine = context.getBean(ProcessEngine.class);

            startOnFourNodesAtOnce(start, engine);

            assertThat(identity.checkPassword("alice", "changed since then")).isTrue();
            assertThat(identity.createUserQuery().userId("bob").count()).isZero();
            assertThat(identity.createGroupQuery().groupId("analyst").count()).isOne();
        }
    }

    @Test
    void makesTheListsOfTasksOnceHoweverManyNodesStartWithoutThem() throws Exception {
        try (var context = start("--orders.demo=true")) {
            ProcessEngine engine = context.getBean(ProcessEngine.class);
            var filters = engine.getFilterService();
            filters.createFilterQuery().list().forEach(filter -> filters.deleteFilter(filter.getId()));
            engine.getManagementService().deleteProperty(TaskLists.VERSION_PROPERTY);

            startOnFourNodesAtOnce(context.getBean(AccountsAtStart.class), engine);

            assertThat(filters.createFilterQuery().list()).hasSize(TaskList.values().length);
        }
    }

    @Test
    void leavesAListDeletedThatPeopleDeleted() {
        try (var context = start("--orders.demo=true")) {
            ProcessEngine engine = context.getBean(ProcessEngine.class);
            var filters = engine.getFilterService();
            filters.deleteFilter(filters.createFilterQuery()
                    .filterName("Overdue")
                    .singleResult()
                    .getId());

            context.getBean(AccountsAtStart.class).postProcessEngineBuild(engine);

            assertThat(filters.createFilterQuery().filterName("Overdue").count())
                    .isZero();
        }
    }

    private static void startOnFourNodesAtOnce(AccountsAtStart start, ProcessEngine engine) throws Exception {
        CountDownLatch together = new CountDownLatch(4);
        var nodes = Executors.newFixedThreadPool(4);
        try {
            var runs = IntStream.range(0, 4)
                    .mapToObj(i -> nodes.submit(() -> {
                        together.countDown();
                        together.await();
                        start.postProcessEngineBuild(engine);
                        return null;
                    }))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(OrderflowApplication.class)
                .initializers(new TestDatabase())
                .properties(
                        "server.port=0",
                        "camunda.bpm.process-engine-name=e"
                                + UUID.randomUUID().toString().replace("-", ""))
                .run(arguments);
    }
}
