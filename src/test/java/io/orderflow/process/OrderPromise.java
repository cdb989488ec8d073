package io.orderflow.process;

/** The invariants of an order's life, each as the SQL condition on {@code orders o} under which it is broken. */
public enum OrderPromise {
    REFUNDS_AND_FEES_NEVER_EXCEED_THE_CHARGE("(" + Sql.BACK + ") + (" + Sql.KEPT + ") > (" + Sql.CHARGED + ")"),
    THE_ORDER_KNOWS_ITS_REFUNDS("o.refunded_amount <> (" + Sql.BACK + ")"),
    REFUNDED_MEANS_EVERY_WON(
            "o.status = 'REFUNDED' and ((" + Sql.BACK + ") <> (" + Sql.CHARGED + ") or (" + Sql.KEPT + ") > 0)"),
    RETURNED_MEANS_EVERY_WON_BUT_THE_FEES(
            "o.status = 'RETURNED' and (" + Sql.BACK + ") + (" + Sql.KEPT + ") <> (" + Sql.CHARGED + ")"),
    A_RETURN_IS_WORTH_ITS_REFUND_AND_ITS_FEE(
            "exists (select 1 from return_request t where t.order_number = o.order_number "
                    + "and t.status = 'REFUNDED' and (" + Sql.RETURN_WORTH
                    + ") <> (select coalesce(sum(r.amount), 0) from refund r "
                    + "where r.refund_id = t.return_id) + (select coalesce(sum(f.amount), 0) from kept_fee f where f.refund_id = t.return_id))"),
    FEES_ARE_KEPT_OF_RETURNS(
            "exists (select 1 from kept_fee f where f.order_number = o.order_number and not exists (select 1 "
                    + "from return_request t where t.return_id = f.refund_id and t.order_number = o.order_number and f.amount <= t.shipping_fee))"),
    NOTHING_IS_CHARGED_FOR_NOTHING(
            "(o.status = 'FAILED' or o.status = 'CANCELLED' and " + Sql.ENDED + ") and (" + Sql.CHARGED + ") > 0"),
    GOODS_ARE_PAID("o.status in ('PROCESSING', 'SHIPPED', 'COMPLETED', 'SHIP_FAILED', 'RETURNED', 'REFUNDED') and ("
            + Sql.CHARGED + ") <> o.payment_amount"),
    OPEN_MEANS_A_PROCESS("o.status in ('CREATED', 'PAID', 'PROCESSING', 'SHIPPED', 'SHIP_FAILED') and " + Sql.ENDED),
    OVER_MEANS_NO_PROCESS("o.status in ('COMPLETED', 'FAILED', 'REFUNDED', 'RETURNED') and not " + Sql.ENDED),
    A_CANCELLED_ORDER_WAITS_ONLY_FOR_MONEY(
            "o.status = 'CANCELLED' and not " + Sql.ENDED + " and (" + Sql.BACK + ") = (" + Sql.CHARGED + ")"),
    NO_PAYMENT_STAYS_UNDECIDED("o.status <> 'CREATED' and o.payment_status = 'IN_PROGRESS'"),
    A_CANCELLATION_IS_HONOURED(
            "o.cancellation_reason is not null and o.status not in ('CANCELLED', 'FAILED', 'REFUNDED')"),
    THE_TRAIL_HAS_NO_GAP("o.event_count <> (select count(*) from order_event e where e.order_number = o.order_number) "
            + "or o.event_count <> (select max(e.sequence) from order_event e where e.order_number = o.order_number) "
            + "or 1 <> (select min(e.sequence) from order_event e where e.order_number = o.order_number)"),
    THE_TRAIL_ENDS_WHERE_THE_ORDER_IS("o.status <> (select e.to_status from order_event e "
            + "where e.order_number = o.order_number and e.sequence = (select max(s.sequence) from order_event s "
            + "where s.order_number = o.order_number and s.to_status is not null))"),
    THE_TRAIL_HAS_NO_JUMP(
            "exists (select 1 from order_event e where e.order_number = o.order_number and e.sequence > 1 "
                    + "and e.to_status is not null and e.from_status <> (select p.to_status from order_event p "
                    + "where p.order_number = o.order_number and p.sequence = (select max(s.sequence) from order_event s "
                    + "where s.order_number = o.order_number and s.sequence < e.sequence and s.to_status is not null)))"),
    CALLED_OFF_HOLDS_NO_STOCK(
            "o.status in ('CANCELLED', 'FAILED', 'REFUNDED') and " + Sql.LINES_BUT + "('RELEASED', 'WRITTEN_OFF'))"),
    SOLD_HOLDS_ITS_STOCK("o.status in ('PROCESSING', 'SHIPPED', 'COMPLETED', 'SHIP_FAILED') and (" + Sql.LINES_BUT
            + "('CONFIRMED')) or (select count(*) from order_line l where l.order_number = o.order_number) "
            + "<> (select count(*) from reservation_line r where r.order_number = o.order_number))"),
    WAITING_HOLDS_ITS_STOCK("o.status = 'CREATED' and (" + Sql.LINES_BUT + "('HELD', 'LAPSED')) "
            + "or (select count(*) from order_line l where l.order_number = o.order_number) "
            + "<> (select count(*) from reservation_line r where r.order_number = o.order_number))"),
    NO_PARCEL_GOES_OUT_FOR_NOTHING("o.status in ('CREATED', 'PAID', 'CANCELLED', 'FAILED', 'REFUNDED') and 0 < ("
            + Sql.PARCELS_ON_THEIR_WAY + ")"),
    NO_SECOND_PARCEL_GOES_OUT("1 < (" + Sql.PARCELS_ON_THEIR_WAY + ")"),
    PREPARED_MEANS_BOOKED("o.status in ('PROCESSING', 'SHIPPED', 'COMPLETED') and not exists (select 1 from shipment s "
            + "where s.order_number = o.order_number and s.status <> 'CANCELLED')"),
    COUPONS_BELONG_TO_PAYING_ORDERS("(o.coupon_code is not null and (o.payment_status = 'IN_PROGRESS' or o.status in "
            + "('PAID', 'PROCESSING', 'SHIPPED', 'COMPLETED', 'SHIP_FAILED'))) <> (exists (select 1 from coupon_use u "
            + "where u.order_number = o.order_number and u.code = o.coupon_code))"),
    THE_END_IS_TOLD_ONCE("(o.status in ('FAILED', 'REFUNDED', 'COMPLETED') "
            + "or o.status = 'CANCELLED' and " + Sql.ENDED + ") and 1 <> (" + Sql.ENDS_TOLD + ") "
            + "or o.status = 'RETURNED' and 1 <> (" + Sql.RETURN_TOLD + ")"),
    A_RETURNED_ORDER_MAY_NEVER_HAVE_ARRIVED("o.status = 'RETURNED' and 1 < (" + Sql.ENDS_TOLD + ")"),
    NO_END_IS_TOLD_BEFORE("(o.status in ('CREATED', 'PAID', 'PROCESSING', 'SHIPPED', 'SHIP_FAILED') "
            + "or o.status = 'CANCELLED' and not " + Sql.ENDED + ") and 0 <> (" + Sql.ENDS_TOLD + ")"),
    THE_END_TOLD_IS_THE_TRUE_ONE("exists (select 1 from notification n where n.order_number = o.order_number and ("
            + "n.topic = 'order-refunded' and o.status <> 'REFUNDED' or n.topic = 'order-expired' and "
            + "o.reason <> 'RESERVATION_EXPIRED' or n.topic = 'coupon-refused' and o.reason <> 'COUPON_NOT_USABLE' "
            + "or n.topic = 'payment-declined' and o.status <> 'FAILED' or n.topic = 'out-of-stock' and "
            + "o.reason <> 'OUT_OF_STOCK' or n.topic = 'order-cancelled' and o.status <> 'CANCELLED' "
            + "or n.topic = 'order-delivered' and o.status not in ('COMPLETED', 'RETURNED')))");

    private final String broken;

    OrderPromise(String broken) {
        this.broken = broken;
    }

    /** Names {@code :running}: the orders whose process runs, never empty. */
    public String broken() {
        return broken;
    }

    /** The parts that several promises are made of. */
    private static final class Sql {

        static final String CHARGED = "select coalesce(sum(c.amount), 0) from charge c "
                + "where c.order_number = o.order_number and c.status = 'APPROVED'";
        static final String BACK = "select coalesce(sum(r.amount), 0) from refund r "
                + "where r.order_number = o.order_number and r.status in ('DONE', 'SETTLED_OUTSIDE')";
        static final String KEPT = "select coalesce(sum(f.amount), 0) from kept_fee f "
                + "where f.order_number = o.order_number and f.given_back_at is null";
        /** Each piece is worth what it adds to the share of all pieces up to it, rounded down. */
        static final String RETURN_WORTH =
                "select coalesce(sum((i.price * i.bought - i.discount) * (i.returned_before + i.accepted) "
                        + "/ i.bought - (i.price * i.bought - i.discount) * i.returned_before / i.bought), 0) "
                        + "from return_item i where i.return_id = t.return_id";

        static final String ENDED = "(o.order_number not in (:running))";
        static final String LINES_BUT = "exists (select 1 from reservation_line r "
                + "where r.order_number = o.order_number and r.status not in ";
        static final String PARCELS_ON_THEIR_WAY =
                "select count(*) from shipment s where s.order_number = o.order_number "
                        + "and s.status in ('BOOKED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY')";
        static final String RETURN_TOLD =
                "select count(*) from notification n where n.order_number = o.order_number and "
                        + "n.topic = 'order-returned'";
        static final String ENDS_TOLD = "select count(*) from notification n where n.order_number = o.order_number and "
                + "n.topic in ('out-of-stock', 'order-cancelled', 'order-expired', 'coupon-refused', 'payment-declined', "
                + "'order-refunded', 'order-delivered')";
    }
}
