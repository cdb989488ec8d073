package io.orderflow.payment.asking;

import io.orderflow.payment.ChargeIntent;
import io.orderflow.payment.ChargeStatus;
import io.orderflow.payment.Discrepancy;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentParts;
import io.orderflow.payment.PaymentService;
import io.orderflow.payment.PaymentSettings;
import io.orderflow.payment.Payments;
import io.orderflow.payment.reconciliation.ReconciliationParts;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** An order's payment, a gateway that answers as it is told, a clock to set, and nobody who listens but the test. */
class GatewayScenario implements PaymentGateway {

    static final Duration PATIENCE = Duration.ofSeconds(50);
    static final List<Duration> WAITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final AtomicInteger ORDERS = new AtomicInteger();

    final OrderNumber order = new OrderNumber("ORD-20261101-GATEW%03d".formatted(ORDERS.incrementAndGet()));
    final List<Charge> charges = new ArrayList<>();
    final List<Charge> chargesLookedUp = new ArrayList<>();
    final List<Refund> refunds = new ArrayList<>();
    final List<Refund> refundsLookedUp = new ArrayList<>();
    final List<Object> events = new ArrayList<>();
    ChargeAnswer chargeAnswer = new Approved(Instant.EPOCH);
    ChargeAnswer chargeFound = new NotDone("unheard of");
    RefundAnswer refundAnswer = new Refunded("ref-1");
    RefundAnswer refundFound = new NotDone("unheard of");
    Runnable meanwhile = () -> {};
    final List<Discrepancy> differences = new ArrayList<>();
    /** What its books say of the payment; null: it keeps none. */
    Standing standing;
    /** What they say next time, once. */
    Standing garbled;

    private final Payments rows;
    private final TransactionTemplate transaction;
    private final GatewayAnswers settlement;
    private final GatewayWorker worker;
    private final PaymentService service;
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    GatewayScenario(ApplicationContext application) {
        PlatformTransactionManager manager = application.getBean(PlatformTransactionManager.class);
        this.rows = application.getBean(Payments.class);
        this.transaction = new TransactionTemplate(manager);
        PaymentSettings settings = new PaymentSettings("simulated", WAITS, 1);
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        ProxyFactory transactional = new ProxyFactory(new GatewayAnswers(rows, this, settings, events::add, clock));
        transactional.setProxyTargetClass(true);
        transactional.addAdvice(new TransactionInterceptor(
                (TransactionManager) manager, new AnnotationTransactionAttributeSource(false)));
        this.settlement = (GatewayAnswers) transactional.getProxy();
        this.worker = new GatewayWorker(
                settlement, rows, this, ReconciliationParts.comparison(application, this, clock), this::keep, clock);
        this.service = PaymentParts.service(application, events::add, settings, clock);
    }

    <T> T asked(Function<PaymentService, T> question) {
        return inTransaction(() -> question.apply(service));
    }

    void tell(Consumer<PaymentService> order) {
        inTransaction(() -> {
            order.accept(service);
            return order;
        });
    }

    /** Has the gateway asked what there is to ask now; false when there is nothing. */
    boolean serve() {
        return worker.serve(order);
    }

    private String keep(Discrepancy difference) {
        differences.add(difference);
        return "CASE-1";
    }

    /** Has the gateway asked what there is to ask now; what is returned stores the answer. */
    Runnable ask() {
        return worker.ask(worker.claim(order).orElseThrow());
    }

    /** The first half of a request. */
    Optional<GatewayRequest> claim() {
        return settlement.claim(order);
    }

    /** The second half of a look at the payment. */
    void settle(GatewayRequest look) {
        settlement.settle((GatewayRequest.StandingRequest) look);
    }

    void later(Duration by) {
        now = now.plus(by);
    }

    ChargeStatus status() {
        return charge(ChargeIntent::status);
    }

    Money held() {
        return charge(ChargeIntent::held);
    }

    <T> T charge(Function<ChargeIntent, T> read) {
        return inTransaction(() -> read.apply(rows.charge(order).orElseThrow()));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    @Override
    public ChargeAnswer charge(Charge charge) {
        charges.add(charge);
        meanwhile.run();
        return chargeAnswer;
    }

    @Override
    public ChargeAnswer lookUp(Charge charge) {
        chargesLookedUp.add(charge);
        return chargeFound;
    }

    @Override
    public RefundAnswer refund(Refund refund) {
        refunds.add(refund);
        meanwhile.run();
        return refundAnswer;
    }

    @Override
    public RefundAnswer lookUp(Refund refund) {
        refundsLookedUp.add(refund);
        return refundFound;
    }

    @Override
    public boolean keepsBooks() {
        return standing != null;
    }

    @Override
    public Optional<Standing> standing(OrderNumber asked, String paymentKey) {
        Standing said = garbled == null ? standing : garbled;
        garbled = null;
        return Optional.of(said);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }
}
