package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What has a type of its own goes through a door between modules as that type, never as a bare text or number. */
class DoorValuesTests {

    /** The last word of a name says what it holds: {@code paymentAmount}, {@code closedBy}. */
    private static final Pattern VALUE = Pattern.compile(Stream.of(
                    "actor",
                    "amount",
                    "by",
                    "caseId",
                    "coupon",
                    "couponCode",
                    "customer",
                    "customerId",
                    "discount",
                    "fee",
                    "held",
                    "order",
                    "orderNumber",
                    "price",
                    "quantity",
                    "refund",
                    "refundId",
                    "refunded",
                    "returnId",
                    "sku",
                    "skus",
                    "status",
                    "total")
            .map(word -> word + "|.*" + word.substring(0, 1).toUpperCase() + word.substring(1))
            .collect(Collectors.joining("|", "number|", "")));

    private static final Set<Class<?>> BARE =
            Set.of(String.class, long.class, int.class, Long.class, Integer.class, Object.class);

    /** What looks like a value, and why it cannot be one. */
    private static final Map<String, String> NO_VALUES = Map.ofEntries(
            Map.entry("CaseId.number", "it is what a case id is made of"),
            Map.entry("Discrepancy.order", "it is whatever somebody gave to the gateway as the order's number"),
            Map.entry("OpenOrders$Mark.number", "it is a place in a list, which may be before every order"),
            Map.entry("OrderProgress.countReturn(returnId)", "order does not know returns, whose id it is"),
            Map.entry("OrderProgress.noteShipment(status)", "order does not know shipping, whose status it is"),
            Map.entry("OrderProgress.noteShipmentStatus(status)", "order does not know shipping, whose status it is"),
            Map.entry("OrderView$Item.returnedQuantity", "it may be 0, which is no quantity"),
            Map.entry("OrderView$Shipment.status", "order does not know shipping, whose status it is"),
            Map.entry("PageBody$PageInfo.number", "it is the number of a page"),
            Map.entry("ReturnId.number", "it counts the returns of an order"));

    @Test
    void valuesPassTheDoorsAsWhatTheyAre() {
        Set<String> bare = Doors.types().stream()
                .flatMap(DoorValuesTests::bareValues)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(bare).containsExactlyInAnyOrderElementsOf(NO_VALUES.keySet());
    }

    private static Stream<String> bareValues(Class<?> door) {
        return Doors.methodsOf(door)
                .flatMap(DoorValuesTests::bareValues)
                .map(found -> door.getName().substring(door.getPackageName().length() + 1) + "." + found);
    }

    private static Stream<String> bareValues(Method method) {
        String name = method.getName();
        return Stream.concat(
                Stream.of(name).filter(it -> isBareValue(it, method.getGenericReturnType())),
                Arrays.stream(method.getParameters())
                        .filter(it -> isBareValue(it.getName(), it.getParameterizedType()))
                        .map(it -> name + "(" + it.getName() + ")"));
    }

    private static boolean isBareValue(String name, Type type) {
        return VALUE.matcher(name).matches() && Doors.namedBy(type).anyMatch(BARE::contains);
    }
}
