package io.orderflow.benchmark;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What is sold here: enough products that clients seldom wait for each other's stock, and one coupon that all share.
 */
final class Goods {

    static final int PRODUCTS = 100;
    static final String PRODUCT = """
            {"name": "Benchmark product", "price": 10000, "onHand": 1000000000}""";
    static final String COUPON_CODE = "BENCHMARK10";
    static final String COUPON = """
            {"discountType": "PERCENT", "value": 10, "minimumAmount": 0, "maxUses": 1000000000, "validFrom": null,
             "validTo": null, "customerId": null}""";

    private Goods() {}

    static String sku(int number) {
        return "BENCHMARK-%03d".formatted(number);
    }

    /** The body of an order of two lines with the coupon. */
    static String order() {
        return order('"' + COUPON_CODE + '"');
    }

    /** The body of an order of two lines. */
    static String orderWithoutCoupon() {
        return order("null");
    }

    private static String order(String coupon) {
        int first = ThreadLocalRandom.current().nextInt(PRODUCTS);
        int second = (first + 1 + ThreadLocalRandom.current().nextInt(PRODUCTS - 1)) % PRODUCTS;
        return """
                {"items": [{"sku": "%s", "quantity": 2}, {"sku": "%s", "quantity": 1}],
                 "shippingAddress": {"recipient": "Hong Gildong", "phone": "010-1234-5678", "line1": "1 Sejong-daero",
                  "line2": "Jung-gu", "city": "Seoul", "postalCode": "04524", "country": "KR"},
                 "couponCode": %s}""".formatted(sku(first), sku(second), coupon);
    }

    static String payment(String orderNumber, long amount) {
        return """
                {"paymentKey": "benchmark-%s", "amount": %d, "method": "CARD"}""".formatted(orderNumber, amount);
    }
}
