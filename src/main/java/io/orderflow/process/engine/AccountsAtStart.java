package io.orderflow.process.engine;

import io.orderflow.process.doors.GivenUserIds;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The groups, rights, task lists, first administrator and demo users, which are created when the engine has started.
 * One transaction creates all of them and is repeated if it fails: when two nodes start at once, the slower one
 * violates a unique key and then finds everything created.
 */
@Component
@Order(Ordering.DEFAULT_ORDER - 1)
class AccountsAtStart extends AbstractCamundaConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsAtStart.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final Map<String, String> DEMO_USERS = Map.of(
            "alice", "customer", "bob", "customer", "ops", "ops", "analyst", "analyst", "admin", Groups.CAMUNDA_ADMIN);

    private final PlatformTransactionManager transactions;
    private final GivenUserIds ids;
    private final Environment environment;

    AccountsAtStart(PlatformTransactionManager transactions, GivenUserIds ids, Environment environment) {
        this.transactions = transactions;
        this.ids = ids;
        this.environment = environment;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        Accounts accounts = new Accounts(engine, ids);
        for (int attempt = 1; ; attempt++) {
            try {
                new TransactionTemplate(transactions).executeWithoutResult(status -> complete(engine, accounts));
                return;
            } catch (NoAdministrator e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LOG.info("Another node seems to be creating users and groups too; looking again");
            }
        }
    }

    private void complete(ProcessEngine engine, Accounts accounts) {
        GroupRights.GROUPS.forEach(group -> accounts.ensureGroup(group.get(0), group.get(1)));
        GroupRights.RIGHTS.forEach(accounts::ensureRights);
        new NarrowedRights(engine).ensure();
        new TaskLists(engine, accounts).ensure();
        if (isDemo()) {
            DEMO_USERS.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(user -> accounts.ensureDemoUser(user.getKey(), user.getKey(), user.getValue()));
        }
        ensureConfiguredAdministrator(accounts);
        if (!accounts.hasAdministrator()) {
            throw new NoAdministrator("There is no administrator yet, and none is configured.");
        }
    }

    /**
     * Creates the configured administrator. Once there is an administrator, a user who exists is not made one again.
     * The settings are read from the environment, because the starter's own properties give the user id for a missing
     * password.
     */
    private void ensureConfiguredAdministrator(Accounts accounts) {
        String id = environment.getProperty("camunda.bpm.admin-user.id", "");
        String password = environment.getProperty("camunda.bpm.admin-user.password", "");
        if (id.isBlank()) {
            return;
        }
        if (accounts.wasDeleted(id) && !accounts.hasAdministrator()) {
            throw new NoAdministrator("The administrator " + id + " was deleted, and ids are not given twice.");
        }
        if (!accounts.exists(id)) {
            if (password.isBlank()) {
                throw new NoAdministrator("The administrator " + id + " is configured without a password.");
            }
            ensureAdministrator(accounts, id, password);
        } else if (!accounts.hasAdministrator()) {
            accounts.makeAdministrator(id);
        }
    }

    private void ensureAdministrator(Accounts accounts, String id, String password) {
        if (isDemo()) {
            accounts.ensureDemoUser(id, password, Groups.CAMUNDA_ADMIN);
            return;
        }
        try {
            accounts.ensureUser(id, password, Groups.CAMUNDA_ADMIN);
        } catch (BadUserRequestException e) {
            throw new NoAdministrator("The administrator " + id + " cannot be created. " + e.getMessage());
        }
    }

    private boolean isDemo() {
        return environment.getProperty("orders.demo", Boolean.class, false);
    }
}
