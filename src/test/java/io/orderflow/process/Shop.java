package io.orderflow.process;

import io.orderflow.coupon.CouponService;
import io.orderflow.coupon.CouponTerms;
import io.orderflow.coupon.DiscountType;
import io.orderflow.inventory.InventoryService;
import io.orderflow.inventory.StockItem;
import io.orderflow.notification.Notification;
import io.orderflow.notification.NotificationService;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderView;
import io.orderflow.order.aggregate.PlaceOrder;
import io.orderflow.order.expiry.ExpirySweep;
import io.orderflow.order.placing.OrderService;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.order.reading.Requester;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.asking.CarrierClerk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer and an ops person at a small shop: what they do to orders, in the words of the business. */
@TestComponent
@Import(CarrierClerk.class)
public class Shop {

    public static final CustomerId ALICE = new CustomerId("alice");
    public static final Requester ALICE_ASKS = new Requester(new Actor("alice"), Optional.of(ALICE));
    public static final Requester OPS_ASK = new Requester(new Actor("ops"), Optional.empty());
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final OrderService orders;
    private final OrderReading reading;
    private final InventoryService inventory;
    private final CouponService coupons;
    private final NotificationService notifications;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final GatewayClerk clerk;
    private final ExpirySweep expiry;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final CarrierClerk shipping;

    Shop(
            OrderService orders,
            OrderReading reading,
            InventoryService inventory,
            CouponService coupons,
            NotificationService notifications,
            RuntimeService runtime,
            ManagementService management,
            GatewayClerk clerk,
            ExpirySweep expiry,
            JdbcClient database,
            TransactionTemplate transactions,
            CarrierClerk shipping) {
        this.orders = orders;
        this.reading = reading;
        this.inventory = inventory;
        this.coupons = coupons;
        this.notifications = notifications;
        this.runtime = runtime;
        this.management = management;
        this.clerk = clerk;
        this.expiry = expiry;
        this.database = database;
        this.transactions = transactions;
        this.shipping = shipping;
    }

    /** A product nobody else knows, at 10,000 won. */
    public Sku product(int onHand) throws Exception {
        Sku sku = new Sku("SKU-" + NAMES.incrementAndGet());
        inventory.put(sku, "A thing", Money.won(10_000), onHand);
        return sku;
    }

    /** A coupon nobody else knows, for 1,000 won off. */
    public CouponCode coupon(int maxUses) {
        return coupon(DiscountType.AMOUNT, 1_000, maxUses);
    }

    /** A coupon nobody else knows, that leaves nothing to pay. */
    public CouponCode freeOfCharge(int maxUses) {
        return coupon(DiscountType.PERCENT, 100, maxUses);
    }

    private CouponCode coupon(DiscountType type, long value, int maxUses) {
        CouponCode code = new CouponCode("C" + NAMES.incrementAndGet());
        coupons.put(code, new CouponTerms(type, value, Money.ZERO, maxUses, null, null, null));
        return code;
    }

    public OrderNumber place(Sku sku, int pieces) throws Exception {
        return place(sku, pieces, null);
    }

    public OrderNumber place(Sku sku, int pieces, CouponCode coupon) throws Exception {
        return place(Map.of(sku, new Quantity(pieces)), coupon);
    }

    /** @param coupon null for none */
    public OrderNumber place(Map<Sku, Quantity> items, CouponCode coupon) throws Exception {
        OrderView order = orders.place(new PlaceOrder(
                ALICE,
                new Actor("alice"),
                new TreeMap<>(items),
                new ShippingAddress("Hong Gildong", "010-1234-5678", "1 Sejong-daero", null, "Seoul", "04524", "KR"),
                Optional.ofNullable(coupon),
                Optional.empty(),
                Locale.ENGLISH,
                null));
        return order.orderNumber();
    }

    /** Hands in a payment of what the order costs; the key says what the simulated gateway answers. */
    public void pay(OrderNumber order, String paymentKey) throws Exception {
        orders.submitPayment(order, ALICE_ASKS, paymentKey, order(order).paymentAmount(), "CARD");
    }

    public void cancel(OrderNumber order) throws Exception {
        cancel(order, ALICE_ASKS);
    }

    public void cancel(OrderNumber order, Requester by) throws Exception {
        orders.requestCancellation(order, by, "changed my mind");
    }

    public OrderView order(OrderNumber order) throws Exception {
        return reading.order(order, OPS_ASK);
    }

    public List<OrderEventView> events(OrderNumber order) throws Exception {
        return reading.events(order, OPS_ASK);
    }

    public StockItem stock(Sku sku) {
        return inventory.product(sku).orElseThrow();
    }

    public long used(CouponCode coupon) {
        return coupons.get(coupon).orElseThrow().used();
    }

    public List<String> toldAbout(OrderNumber order) {
        return notifications.ofOrder(order).stream().map(Notification::topic).toList();
    }

    /** The running process of an order, else of its case; null once it has ended. */
    public ProcessInstance process(OrderNumber order) {
        return Stream.of("Order", "ResolveCase")
                .map(process -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(order.value(), process)
                        .singleResult())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The running process of an order's return; null once it has ended. */
    public ProcessInstance returning(OrderNumber order) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.value())
                .processDefinitionKey("Return")
                .singleResult();
    }

    /** The process of a refund that a person must settle, called by the order's; null when there is none. */
    public ProcessInstance settling(OrderNumber order) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.value())
                .processDefinitionKey("SettleRefund")
                .singleResult();
    }

    /** Does what there is to do for the order now, and what follows from it; timers and further attempts stay. */
    public void letWorkBeDone(OrderNumber order) {
        boolean more = true;
        while (more) {
            more = letOneStepBeDone(order);
        }
    }

    /**
     * Runs the next save point of the order, or asks gateway or carrier where there is none; false when there is
     * nothing to do.
     */
    public boolean letOneStepBeDone(OrderNumber order) {
        Job job = nextWork(order);
        if (job == null) {
            return clerk.serve(order) || shipping.serve(order);
        }
        management.executeJob(job.getId());
        return true;
    }

    /** Asks the gateway what there is to ask now. */
    public void letGatewayBeAsked(OrderNumber order) {
        clerk.serve(order);
    }

    /** Asks the carrier what there is to ask now. */
    public void letCarrierBeAsked(OrderNumber order) {
        shipping.serve(order);
    }

    public Job nextWork(OrderNumber order) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(order.value()).list().stream()
                .flatMap(process ->
                        management
                                .createJobQuery()
                                .processInstanceId(process.getId())
                                .messages()
                                .active()
                                .list()
                                .stream())
                .findFirst()
                .orElse(null);
    }

    /** Lets the time pass that the order has to be paid in. */
    public void letReservationExpire(OrderNumber order) {
        transactions.executeWithoutResult(
                status -> database.sql("update orders set reservation_expires_at = ordered_at where order_number = ?")
                        .param(order.value())
                        .update());
        expiry.lookFurther();
    }

    /** Lets the timer the order waits for go off. */
    public void letTimerGoOff(OrderNumber order) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(process(order).getId())
                .timers()
                .singleResult()
                .getId());
    }
}
