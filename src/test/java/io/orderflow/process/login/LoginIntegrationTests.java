package io.orderflow.process.login;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.orderflow.TestClock;
import io.orderflow.process.login.Client.Answer;
import io.orderflow.web.HttpIntegrationTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Who comes in at which door, and what becomes of those who guess. Each test has addresses of its own. */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // engine-rest finds its engine by a name that contexts share
@Import(TestClock.Configuration.class)
class LoginIntegrationTests extends HttpIntegrationTest {

    private static final String API = "/api/sample/caller";
    private static final String ENGINE = "/engine-rest/task/count";
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    // ---- who may come in

    @ParameterizedTest
    @CsvSource({
        "GET, /engine-rest",
        "GET, /engine-rest/",
        "GET, /engine-rest/task",
        "HEAD, /engine-rest/task",
        "GET, /engine-rest/task/",
        "OPTIONS, /engine-rest/task",
        "OPTIONS, /engine-rest/user",
        "POST, /engine-rest/task/count",
        "POST, /engine-rest/message",
        "GET, /engine-rest/engine",
        "GET, /engine-rest/engine/",
        "GET, /engine-rest/engine/default/task",
        "GET, /engine-rest/engine/nowhere/task",
        "GET, /engine-rest/version",
        "GET, /engine-rest/user/alice/profile",
        "PUT, /engine-rest/user/alice/credentials",
        "DELETE, /engine-rest/user/alice",
        "GET, /engine-rest/openapi.json",
        "GET, /engine-rest/identity/password-policy",
        "TRACE, /engine-rest/task",
        "PROPFIND, /engine-rest/task"
    })
    void opensTheEnginesApiToStaffOnly(String method, String path) {
        Client client = new Client("127.0.1.1", port);
        addUser("guest");

        for (String customer : new String[] {"alice", "guest"}) {
            Map<String, String> login = Map.of("Authorization", Client.basic(customer, passwordOf(customer)));
            Answer refused = client.send(method, path, login, "");
            assertThat(refused.status())
                    .as("%s %s as %s", method, path, customer)
                    .isIn(403, 405, 400);
            assertThat(refused.headers().get("content-type")).isEqualTo("application/problem+json");
        }
        assertThat(client.send(method, path, Map.of(), "").status()).isIn(401, 405, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest;a/task",
                "/engine-rest;a=b/task",
                "/engine-rest/;a/task",
                "//engine-rest/task",
                "/engine-rest//task",
                "/%65ngine-rest/task",
                "/engine-rest/%2e%2e/engine-rest/task",
                "/api/../engine-rest/task"
            })
    void findsNoWayRound(String path) {
        assertThat(new Client("127.0.1.2", port).get(path, "alice", "alice").status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void refusesCustomersWithAProblemAndLetsStaffIn() {
        Client client = new Client("127.0.1.3", port);

        Answer refused = client.get(ENGINE, "alice", "alice");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("\"FORBIDDEN\"");
        for (String staff : new String[] {"ops", "analyst", "admin"}) {
            assertThat(client.get(ENGINE, staff, staff).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "welcome, 127.0.4.1",
        "cockpit, 127.0.4.2",
        "tasklist, 127.0.4.3",
        "admin, 127.0.4.4",
        "nowhere, 127.0.4.5",
        "welcome;a=b, 127.0.4.6"
    })
    void refusesTheWebappsLogInToCustomersWithTheRightPassword(String app, String address) {
        Client client = new Client(address, port);
        client.get("/camunda/app/welcome/default/");

        int right = client.logIn(app, "alice", "alice").status();

        assertThat(right).isEqualTo(app.contains(";") ? 400 : 403);
        assertThat(client.logIn("welcome", "bob", "wrong").status()).isEqualTo(401);
        assertThat(client.logIn("welcome", "nobody", "wrong").status()).isEqualTo(401);
        assertThat(client.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(404);
        assertThat(client.get("/camunda/api/engine/engine/default/task").status())
                .isIn(401, 403);
    }

    @Test
    void refusesTheWebappsEvenToACustomerWithARightToOne() {
        addUser("neighbour");
        grantCockpit("neighbour");

        assertThat(new Client("127.0.1.5", port)
                        .logIn("cockpit", "neighbour", PASSWORD)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void letsStaffLogInToTheWebapps() {
        for (String staff : new String[] {"ops", "analyst", "admin"}) {
            Client client = new Client("127.0.1.6", port);

            assertThat(client.logIn("welcome", staff, staff).status()).isEqualTo(200);
            assertThat(client.get("/camunda/api/engine/engine/default/task").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void endsTheSessionOfWhoLeavesTheStaff() {
        addUser("leaver");
        join("leaver", "ops");
        Client client = new Client("127.0.1.7", port);
        client.logIn("welcome", "leaver", PASSWORD);
        assertThat(client.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(200);

        identity.deleteMembership("leaver", "ops");

        assertThat(client.get("/camunda/api/engine/engine/default/task").status())
                .isIn(401, 403);
        assertThat(client.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(404);
    }

    // ---- guessing

    @ParameterizedTest
    @CsvSource({API + ", 127.0.2.1", ENGINE + ", 127.0.2.2"})
    void makesAGuesserWaitLongerEachTimeWhateverTheyGuess(String path, String address) {
        addUser("victim");
        join("victim", "ops");
        Client guesser = new Client(address, port);
        guessUntilTheWaitIsLong(() -> guesser.get(path, "victim", "wrong"));

        Answer refused = guesser.get(path, "victim", PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("\"TOO_MANY_REQUESTS\"");
        assertThat(refused.headers()).doesNotContainKey("www-authenticate");
        assertThat(retryAfter(refused)).isBetween(200L, 320L);
        clock.advance(Duration.ofSeconds(320));
        assertThat(guesser.get(path, "victim", "wrong").status()).isEqualTo(401);
        assertThat(retryAfter(guesser.get(path, "victim", PASSWORD))).isBetween(400L, 640L);
        clock.advance(Duration.ofSeconds(640));
        assertThat(guesser.get(path, "victim", PASSWORD).status()).isEqualTo(200);
        assertThat(guesser.get(path, "victim", "wrong").status()).isEqualTo(401);
        assertThat(guesser.get(path, "victim", PASSWORD).status())
                .as("nothing is held against them")
                .isEqualTo(200);
    }

    @Test
    void makesAGuesserAtTheLogInFormWaitAndSaysSoOnThePage() {
        Client guesser = new Client("127.0.2.3", port);
        guessUntilTheWaitIsLong(() -> guesser.logIn("cockpit", "analyst", "wrong"));

        Answer refused = guesser.logIn("cockpit", "analyst", "analyst");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body())
                .containsPattern("\"message\":\"Too many attempts to log in; the next one is possible in \\d+ s.\"");
        assertThat(guesser.get(ENGINE, "analyst", "analyst").status()).isEqualTo(429);
        assertThat(guesser.get(API, "analyst", "analyst").status()).isEqualTo(429);
        assertThat(guesser.get(API, "bob", "bob").status()).isEqualTo(200);
    }

    @Test
    void countsWhatIsComparedBehindTheDoorToo() {
        Client guesser = new Client("127.0.2.4", port);
        Answer wrong = verify(guesser, "admin", "wrong");
        guessUntilTheWaitIsLong(() -> verify(guesser, "admin", "wrong"));

        Answer refused = verify(guesser, "admin", "admin");

        assertThat(wrong.body()).contains("\"authenticated\":false");
        assertThat(refused.status()).isEqualTo(429);
    }

    @Test
    void verifiesTheRightPasswordOfAUserWhomTheAskerMayNotSee() {
        Answer verified = verify(new Client("127.0.2.5", port), "bob", "bob");

        assertThat(verified.body()).contains("\"authenticated\":true");
    }

    @Test
    void locksNobodyOutFromElsewhere() {
        Client customer = new Client("127.0.2.6", port);
        Client guesser = new Client("127.0.2.7", port);
        assertThat(customer.get(API, "bob", "bob").status()).isEqualTo(200);
        guessUntilTheWaitIsLong(() -> guesser.get(API, "bob", "wrong"));

        assertThat(guesser.get(API, "bob", "bob").status())
                .as("a remembered success tells right from wrong")
                .isEqualTo(429);
        assertThat(customer.get(API, "bob", "bob").status()).isEqualTo(200);
        assertThat(new Client("127.0.2.8", port).get(API, "bob", "bob").status())
                .isEqualTo(200);
    }

    @Test
    void answersWrongPasswordsOfKnownAndUnknownUsersAlikeAndLogsKnownNames() {
        addUser("oldtimer");
        storeOldHash("oldtimer", PASSWORD);
        ListAppender<ILoggingEvent> log = listen();

        for (String path : List.of(API, ENGINE)) {
            Client client = new Client("127.0.2.9", port);
            Answer unknown = client.get(path, "nobody", "wrong");
            for (String known : new String[] {"alice", "oldtimer"}) {
                Answer answer = client.get(path, known, "wrong");
                assertThat(answer.status()).isEqualTo(unknown.status()).isEqualTo(401);
                assertThat(answer.body()).isEqualTo(unknown.body());
                assertThat(answer.headers().keySet())
                        .isEqualTo(unknown.headers().keySet());
            }
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "log-in failed from 127.0.2.9 as nobody who is known",
                                "log-in failed from 127.0.2.9 as \"alice\"",
                        "log-in failed from 127.0.2.9 as \"oldtimer\"",
                                "log-in failed from 127.0.2.9 as nobody who is known",
                        "log-in failed from 127.0.2.9 as \"alice\"", "log-in failed from 127.0.2.9 as \"oldtimer\"");
    }

    // ---- passwords

    @Test
    void storesPasswordsByBcryptWithoutASaltBeside() {
        addUser("newcomer");

        assertThat(stored("newcomer")).startsWith("{bcrypt}$2a$10$").doesNotContain(PASSWORD);
        assertThat(identity.checkPassword("newcomer", PASSWORD)).isTrue();
        assertThat(identity.checkPassword("newcomer", PASSWORD + "!")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {PASSWORD, "weak"})
    void renewsAnOldHashAtTheNextLogInEvenOfAPasswordThatNobodyMayTakeToday(String password) {
        addUser("veteran");
        storeOldHash("veteran", password);
        assertThat(identity.checkPassword("veteran", "wrong")).isFalse();
        assertThat(stored("veteran")).startsWith("{SHA-512}");

        assertThat(new Client("127.0.3.1", port).get(API, "veteran", password).status())
                .isEqualTo(200);

        assertThat(stored("veteran")).startsWith("{bcrypt}");
        assertThat(identity.checkPassword("veteran", password)).isTrue();
    }

    @Test
    void keepsAnOldHashThatBcryptCannotTakeOver() {
        addUser("talker");
        String password = "a very long story ".repeat(5);
        storeOldHash("talker", password);

        assertThat(identity.checkPassword("talker", password)).isTrue();
        assertThat(identity.checkPassword("talker", password)).isTrue();
        assertThat(stored("talker")).startsWith("{SHA-512}");
    }

    @Test
    void refusesWeakPasswordsWithTheRules() {
        Client client = new Client("127.0.3.2", port);

        Answer refused = client.post(
                "/engine-rest/user/create",
                "admin",
                "{\"profile\": {\"id\": \"weakling\"}, \"credentials\": {\"password\": \"weakling2026\"}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("A password has 12 to 72 characters");
        assertThat(identity.createUserQuery().userId("weakling").count()).isZero();
        assertThat(client.get("/engine-rest/identity/password-policy", "admin", "admin")
                        .body())
                .contains("PASSWORD_POLICY_LENGTH");
    }

    private void guessUntilTheWaitIsLong(Supplier<Answer> guess) {
        long wait = 0;
        for (int guesses = 0; wait < 200; guesses++) {
            assertThat(guesses).as("guesses without a long wait").isLessThan(20);
            clock.advance(Duration.ofSeconds(wait));
            wait = retryAfter(guess.get());
        }
    }

    /** 0 where the answer does not tell to wait. */
    private static long retryAfter(Answer answer) {
        return Long.parseLong(answer.headers().getOrDefault("retry-after", "0"));
    }

    private static Answer verify(Client client, String user, String password) {
        return client.post(
                "/engine-rest/identity/verify",
                "ops",
                "{\"username\": \"" + user + "\", \"password\": \"" + password + "\"}");
    }

    /** What is logged from now on, by whomever. */
    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        ((Logger) LoggerFactory.getLogger("io.orderflow.process.login")).addAppender(appender);
        ((Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.identity")).addAppender(appender);
        return appender;
    }

    private void join(String user, String group) {
        if (identity.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identity.createMembership(user, group);
        }
    }

    private void addUser(String id) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setPassword(PASSWORD);
            identity.saveUser(user);
        }
    }

    private static String passwordOf(String user) {
        return user.equals("guest") ? PASSWORD : user;
    }

    private void grantCockpit(String user) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(user);
        right.setResource(Resources.APPLICATION);
        right.setResourceId("cockpit");
        right.addPermission(Permissions.ACCESS);
        authorizations.saveAuthorization(right);
    }

    private String stored(String user) {
        return identity.createUserQuery().userId(user).singleResult().getPassword();
    }

    /** As Camunda stores it by itself. */
    private void storeOldHash(String user, String password) {
        String hash = "{SHA-512}" + sha512(password + "salt");
        transactions.executeWithoutResult(
                status -> jdbc.sql("update ACT_ID_USER set PWD_ = ?, SALT_ = 'salt' where ID_ = ?")
                        .params(hash, user)
                        .update());
    }

    private static String sha512(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
