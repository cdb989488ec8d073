package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import io.orderflow.RefusingTables;
import io.orderflow.TestClock;
import io.orderflow.TestDatabase;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.order.OrderStatus;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.model.Door;
import io.orderflow.process.model.Harmless;
import io.orderflow.process.watching.Watch;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.asking.CarrierClerk;
import io.orderflow.shipping.carriers.CarrierBooks;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import io.orderflow.web.HttpIntegrationTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A customer's whole dealings with a shop in whose database every table refuses everything at first, in words that hold
 * the row.
 */
@DirtiesContext // of tables that refuse
@ExtendWith(OutputCaptureExtension.class)
@Import({
    RefusingTables.class,
    Shop.class,
    GatewayClerk.class,
    CarrierBooks.class,
    CarrierClerk.class,
    Watch.class,
    TestClock.Configuration.class
})
@TestPropertySource(
        properties = {"orders.reservation-ttl=P30D", "orders.return-shipping-fee=3000", "logging.level.io.zonky=off"
        }) // PostgreSQL's log is its own
class RefusedRowsIntegrationTests extends HttpIntegrationTest {

    /** Part of everything that is nobody else's business. */
    private static final String SECRET = "qzxv";

    private static final Pattern SECRETS = Pattern.compile("(?i)qzxv|zqvx");
    private static final String CUSTOMER = "qzxv.hong@shop.example";
    private static final String PASSWORD = "Korea-4711-zqvx";
    private static final String PLACE = """
            {"items": [{"sku": "KEYBOARD-01", "quantity": 2}], "couponCode": "C4711", "shippingAddress": {"recipient": "Qzxv Gildong",
             "phone": "010-qzxv-5678", "line1": "1 Qzxv-daero", "line2": "Qzxv Tower", "city": "Qzxv", "postalCode": "QZXV",
             "country": "KR"}}""";

    /** Rows of these stay as they are; nobody migrates, and days are counted by another strategy of order numbers. */
    private static final List<String> NEVER_DONE = List.of(
            "update_coupon_use",
            "update_given_user_id",
            "update_order_event",
            "update_stock_change",
            "update_taken_back",
            "update_kept_fee",
            "update_model_deployment",
            "insert_model_migration",
            "update_model_migration",
            "insert_model_migration_process",
            "update_model_migration_process",
            "insert_order_number_day",
            "update_order_number_day");
    /** Where it keeps what an order, a person or a failure brings with it. */
    private static final List<String> DONE_BY_THE_ENGINE = Stream.of(
                    "ge_bytearray",
                    "hi_actinst",
                    "hi_decinst",
                    "hi_dec_in",
                    "hi_dec_out",
                    "hi_detail",
                    "hi_identitylink",
                    "hi_incident",
                    "hi_job_log",
                    "hi_op_log",
                    "hi_procinst",
                    "hi_taskinst",
                    "hi_varinst",
                    "id_membership",
                    "id_user",
                    "ru_authorization",
                    "ru_event_subscr",
                    "ru_execution",
                    "ru_identitylink",
                    "ru_incident",
                    "ru_job",
                    "ru_task",
                    "ru_variable")
            .map("insert_act_"::concat)
            .toList();

    @Autowired
    RefusingTables tables;

    @Autowired
    Shop shop;

    @Autowired
    GatewayClerk gateway;

    @Autowired
    CarrierBooks carrier;

    @Autowired
    CarrierClerk parcels;

    @Autowired
    CarrierInbox inbox;

    @Autowired
    Watch watch;

    @Autowired
    TestClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient database;

    @Autowired
    TaskService tasks;

    @Autowired
    CaseRegister cases;

    @Autowired
    ApplicationContext context;

    private final StringBuilder answers = new StringBuilder();
    private final Set<String> engine = new HashSet<>();
    private OrderNumber order;
    private Exception failure;
    private int placed;
    private boolean jobHasBegun;

    private interface Work {

        void run() throws Exception;
    }

    @Test
    void sayNothingOfWhatIsInThem(CapturedOutput output) throws Exception {
        String log = logged(() -> {
            carrier.moveAway();
            tables.beginToRefuse();
            makeCustomer();
            deployModels();
            order = place();
            payAndBook();
            sendTwice();
            bringBack();
            cancelAnother();
            settleACase();
            tellAndReconcile();
        });
        collect("select incident_msg_ from act_hi_incident", "select job_exception_msg_ from act_hi_job_log");
        collectStackTraces(
                "select bytes_ from act_ge_bytearray b join act_hi_job_log l on b.id_ = l.job_exception_stack_id_");

        for (String said : List.of(log, output.getAll(), answers.toString(), engine.toString())) {
            assertThat(said.lines().filter(line -> SECRETS.matcher(line).find()))
                    .isEmpty();
        }
        assertThat(tables.untried().stream().filter(deed -> !deed.contains("_act_")))
                .containsExactlyInAnyOrderElementsOf(NEVER_DONE);
        assertThat(tables.untried()).doesNotContainAnyElementsOf(DONE_BY_THE_ENGINE);
        assertThat(engine)
                .anyMatch(said -> said.startsWith("select incident_msg_ from act_ru_incident: "))
                .anyMatch(said -> said.contains("at io.orderflow.Redacting"));
        assertThat(log).contains("statement failed (SQL state P0001, code 0)");
        if (TestDatabase.isPostgres()) {
            assertThat(log).contains("marked as broken", "batch failed: terminating connection");
        }
    }

    /** As the application writes it; the console is spared some ten thousand lines. */
    private static String logged(Work work) throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var console = (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
        var lines = new ByteArrayOutputStream();
        var paper = new OutputStreamAppender<ILoggingEvent>();
        paper.setContext(root.getLoggerContext());
        paper.setEncoder(console.getEncoder());
        paper.setOutputStream(lines);
        paper.start();
        root.addAppender(paper);
        root.detachAppender(console);
        try {
            work.run();
        } finally {
            root.addAppender(console);
            root.detachAppender(paper);
        }
        return lines.toString(StandardCharsets.UTF_8);
    }

    private void makeCustomer() {
        insist(() -> post("/engine-rest/user/create", "admin", """
                {"profile": {"id": "%s", "firstName": "Qzxv", "lastName": "Qzxv", "email": "%1$s"},
                 "credentials": {"password": "%s"}}""".formatted(CUSTOMER, PASSWORD)));
        insist(() -> send(request("/engine-rest/group/customer/members/" + CUSTOMER, "admin")
                .PUT(HttpRequest.BodyPublishers.noBody())));
        insist(() -> send(put("/api/coupons/C4711", "ops", """
                {"discountType": "PERCENT", "value": 10, "maxUses": 10, "customerId": "%s"}""".formatted(CUSTOMER))));
        insist(() -> send(put("/api/products/ANYTHING", "ops", "{\"name\": \"Qzxv\", \"price\": 1, \"onHand\": 1}")));
        insist(() -> post("/api/products/KEYBOARD-01/stock", "ops", """
                {"change": 5, "reason": "brought by qzxv"}"""));
    }

    private void deployModels() {
        Door.Visitor analyst = Door.REST.open(port, "analyst");
        insist(() -> analyst.deploy(Harmless.ours(), Map.of("deployment-name", "Refused")));
    }

    private OrderNumber place() {
        placed++;
        return new OrderNumber(json(insist(() -> customers("/api/orders", PLACE)))
                .get("orderNumber")
                .asText());
    }

    private void payAndBook() throws Exception {
        insist(() -> customers(
                "/api/orders/" + order + "/payment",
                "{\"paymentKey\": \"refuse-refund-qzxv\", \"amount\": 160200, \"method\": \"QZXV\"}"));
        work();
    }

    private void sendTwice() throws Exception {
        news("shipment.in_transit", null);
        news("shipment.failure", "nobody there, asked qzxv next door");
        complete("Task_ResolveShippingFailure", """
                {"resolution": {"value": "SHIP_AGAIN"}, "recipient": {"value": "Qzxv the Second"}, "line1": {"value": "2 Qzxv-daero"}}""");
        news("shipment.in_transit", null);
        news("shipment.delivered", "handed to qzxv");
    }

    private void bringBack() throws Exception {
        insist(() -> customers("/api/orders/" + order + "/returns", """
                {"reason": "CHANGE_OF_MIND", "comment": "qzxv, you know", "items": [{"sku": "KEYBOARD-01", "quantity": 2}]}"""));
        complete("Task_ApproveReturn", """
                {"returnDecision": {"value": "APPROVE"}, "decisionReason": {"value": "qzxv asked nicely"}}""");
        complete("Task_ReceiveGoods", "{}");
        complete("Task_InspectReturn", """
                {"inspection": {"value": "[{\\"sku\\": \\"KEYBOARD-01\\", \\"accepted\\": 2, \\"restock\\": true}]"}}""");
        complete("Task_SettleRefund", """
                {"settlement": {"value": "SETTLED_OUTSIDE"}, "settlementReference": {"value": "paid to qzxv in cash"}}""");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
    }

    private void cancelAnother() throws Exception {
        order = place();
        insist(() -> customers(
                "/api/orders/" + order + "/payment",
                "{\"paymentKey\": \"qzxv-card\", \"amount\": 160200, \"method\": \"QZXV\"}"));
        work();
        insist(() -> customers("/api/orders/" + order + "/cancellation", "{\"reason\": \"qzxv has one\"}"));
        work();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    private void settleACase() throws Exception {
        order = place();
        insist(() -> {
            runtime.deleteProcessInstance(shop.process(order).getId(), "deleted by qzxv");
        });
        insist(() -> {
            cases.open(new Finding(CaseKind.AMOUNT_DIFFERS, order.value(), Optional.of(order), "told by qzxv", "-"));
        });
        complete(
                "Task_ResolveCase",
                "{\"outcome\": {\"value\": \"EXPLAINED\"}, \"note\": {\"value\": \"talked to qzxv\"}}");
    }

    private void tellAndReconcile() {
        insist(() -> {
            ReflectionTestUtils.invokeMethod(context.getBean("notificationDispatch"), "sendWaiting");
        });
        insist(() -> post("/api/reconciliations", "ops", "{\"from\": \"2026-11-21\", \"to\": \"2026-11-22\"}"));
    }

    private void news(String type, String detail) throws Exception {
        String id = type + shop.order(order).shipment().attempt();
        insist(() -> {
            inbox.receive(new CarrierMessage(id, type, "simulated", id, null, order.value(), detail, clock.instant()));
        });
        work();
    }

    private void complete(String task, String answer) throws Exception {
        String id = tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        insist(() -> post("/engine-rest/task/" + id + "/complete", "ops", "{\"variables\": " + answer + "}"));
        work();
    }

    private HttpRequest.Builder put(String path, String user, String json) {
        return request(path, user)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json));
    }

    private HttpResponse<String> customers(String path, String json) {
        return send(posting(path, null, json)
                .header("Authorization", basic(CUSTOMER, PASSWORD))
                .header("Idempotency-Key", SECRET + placed + path)
                .header("Prefer", "wait=0"));
    }

    /** Asks until nothing is refused any more. */
    private HttpResponse<String> insist(Supplier<HttpResponse<String>> request) {
        List<HttpResponse<String>> taken = new ArrayList<>();
        insist(() -> {
            HttpResponse<String> answer = request.get();
            if (answer.statusCode() >= 300) {
                answers.append(answer.body()).append('\n');
                throw new IllegalStateException(answer.body());
            }
            taken.add(answer);
        });
        return taken.get(0);
    }

    private void insist(Work work) {
        for (int i = 0; i < 200; i++) {
            try {
                work.run();
                return;
            } catch (Exception e) {
                failure = e;
                look();
            }
        }
        throw new AssertionError("refused for ever", failure);
    }

    /** Whatever there is to do, and what was put off for up to two minutes too. */
    private void work() {
        for (int rounds = 0; rounds < 3 || waitsForItsNextTry(); rounds++) {
            assertThat(rounds).isLessThan(40);
            insist(() -> {
                while (workOnce()) {
                    continue;
                }
            });
            insist(inbox::applyDue);
            insist(watch::tellAgain);
            clock.advance(Duration.ofMinutes(2));
        }
    }

    private boolean waitsForItsNextTry() {
        return database.sql("select count(*) from carrier_event where next_try_at is not null")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean workOnce() {
        Job job = shop.nextWork(order);
        if (job == null) {
            return gateway.serve(order) || parcels.serve(order);
        }
        if (!jobHasBegun) {
            jobHasBegun = true;
            tables.refuseAgain();
        }
        management.setJobRetries(job.getId(), 1);
        management.executeJob(job.getId());
        return true;
    }

    /** Collects what the engine keeps of failures for now, and lets time pass until the next try. */
    private void look() {
        clock.advance(Duration.ofMinutes(2));
        collect("select incident_msg_ from act_ru_incident", "select exception_msg_ from act_ru_job");
        collectStackTraces("select bytes_ from act_ge_bytearray b join act_ru_job j on b.id_ = j.exception_stack_id_");
    }

    private void collect(String... texts) {
        for (String text : texts) {
            database.sql(text).query(String.class).list().forEach(said -> engine.add(text + ": " + said));
        }
    }

    private void collectStackTraces(String text) {
        database.sql(text)
                .query(byte[].class)
                .list()
                .forEach(said -> engine.add(new String(said, StandardCharsets.UTF_8)));
    }
}
