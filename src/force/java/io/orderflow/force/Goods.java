package io.orderflow.force;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is sold: plenty of most things, little of some, and coupons of which some are scarce. */
final class Goods {

    static final Map<String, Integer> STOCK = Map.of(
            "PROOF-KEYBOARD",
            100_000,
            "PROOF-MOUSE",
            100_000,
            "PROOF-CABLE",
            100_000,
            "PROOF-MONITOR",
            60,
            "PROOF-RARE",
            5);
    /** As often as it is asked for. */
    private static final List<String> DEMAND = List.of(
            "PROOF-KEYBOARD",
            "PROOF-KEYBOARD",
            "PROOF-KEYBOARD",
            "PROOF-MOUSE",
            "PROOF-MOUSE",
            "PROOF-MOUSE",
            "PROOF-MOUSE",
            "PROOF-CABLE",
            "PROOF-CABLE",
            "PROOF-CABLE",
            "PROOF-MONITOR",
            "PROOF-RARE");

    private static final Map<String, String> COUPONS = Map.of(
            "PROOF10", "\"PERCENT\", \"value\": 10, \"maxUses\": 100000",
            "PROOFSCARCE", "\"AMOUNT\", \"value\": 5000, \"maxUses\": 5",
            "PROOFALL", "\"PERCENT\", \"value\": 100, \"maxUses\": 100000");

    private Goods() {}

    static void stock(ShopApi shop) {
        STOCK.forEach((sku, pieces) ->
                shop.put("ops", "/api/products/" + sku, """
                {"name": "%s", "price": %d, "onHand": %d}""".formatted(sku, 10_000 + 1_999 * sku.length(), pieces)));
        COUPONS.forEach((code, terms) -> shop.put("ops", "/api/coupons/" + code, """
                {"discountType": %s, "minimumAmount": 0, "validFrom": null, "validTo": null, "customerId": null}""".formatted(terms)));
    }

    /** The body of an order of one to three lines, of which two may be of the same. */
    static String order(Random dice) {
        List<String> lines = dice.ints(1 + dice.nextInt(3), 0, DEMAND.size())
                .mapToObj(number -> """
                {"sku": "%s", "quantity": %d}""".formatted(DEMAND.get(number), 1 + dice.nextInt(3)))
                .toList();
        return order(lines.toString(), coupon(dice));
    }

    /** The body of an order of one piece. */
    static String plainOrder() {
        return order("[{\"sku\": \"PROOF-MOUSE\", \"quantity\": 1}]", "null");
    }

    private static String order(String lines, String coupon) {
        return """
                {"items": %s, "shippingAddress": {"recipient": "Hong Gildong", "phone": "010-1234-5678",
                 "line1": "1 Sejong-daero", "line2": null, "city": "Seoul", "postalCode": "04524", "country": "KR"},
                 "couponCode": %s}""".formatted(lines, coupon);
    }

    private static String coupon(Random dice) {
        return switch (dice.nextInt(10)) {
            case 0, 1 -> "\"PROOF10\"";
            case 2 -> "\"PROOFSCARCE\"";
            case 3 -> dice.nextBoolean() ? "\"PROOFALL\"" : "null";
            default -> "null";
        };
    }
}
