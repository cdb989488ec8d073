package io.orderflow.order.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PAYMENT_REQUIRED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.placing.AmountMismatch;
import io.orderflow.order.placing.CannotCancel;
import io.orderflow.order.placing.NotAwaitingPayment;
import io.orderflow.order.placing.ProductsNotFound;
import io.orderflow.order.placing.TooMuchUnpaid;
import io.orderflow.order.placing.TotalChanged;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.web.ApiProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Turns each refusal of the order module into a problem of the API. */
final class OrderProblems {

    private OrderProblems() {}

    static ApiProblem orderNotFound() {
        return new ApiProblem(NOT_FOUND, "ORDER_NOT_FOUND");
    }

    static ApiProblem productsNotFound(ProductsNotFound refusal) {
        List<String> skus = refusal.skus().stream().map(Sku::value).toList();
        return new ApiProblem(NOT_FOUND, "PRODUCT_NOT_FOUND", String.join(", ", skus)).with("skus", skus);
    }

    static ApiProblem totalChanged(TotalChanged refusal) {
        return new ApiProblem(CONFLICT, "TOTAL_CHANGED", refusal.paymentAmount().won())
                .with("paymentAmount", refusal.paymentAmount().won());
    }

    static ApiProblem couponNotUsable() {
        return new ApiProblem(UNPROCESSABLE_ENTITY, "COUPON_NOT_USABLE");
    }

    static ApiProblem orderState(OrderStatus status) {
        // A new order that takes no payment has one in progress, so its status would not explain the refusal.
        Object[] named = status == OrderStatus.CREATED ? new Object[0] : new Object[] {status};
        return new ApiProblem(CONFLICT, "ORDER_STATE", named).with("orderStatus", status);
    }

    static ApiProblem orderState(NotAwaitingPayment refusal) {
        return orderState(refusal.status());
    }

    static ApiProblem amountMismatch(AmountMismatch refusal) {
        return new ApiProblem(
                        UNPROCESSABLE_ENTITY,
                        "AMOUNT_MISMATCH",
                        refusal.paymentAmount().won())
                .with("paymentAmount", refusal.paymentAmount().won());
    }

    static ApiProblem cannotCancel(CannotCancel refusal) {
        return new ApiProblem(CONFLICT, "CANNOT_CANCEL", refusal.status()).with("orderStatus", refusal.status());
    }

    static ApiProblem paymentDeclined(@Nullable String declineCode) {
        return new ApiProblem(PAYMENT_REQUIRED, "PAYMENT_DECLINED", declineCode).with("declineCode", declineCode);
    }

    static ApiProblem outOfStock(OrderNumber order, JsonNode shortages) {
        return new ApiProblem(CONFLICT, "OUT_OF_STOCK", String.join(", ", shortages.findValuesAsText("sku")))
                .with("orderNumber", order.value())
                .with("shortages", shortages);
    }

    static ApiProblem tooMuchUnpaid(TooMuchUnpaid refusal) {
        ApiProblem problem = refusal.sku()
                .map(sku -> new ApiProblem(CONFLICT, "TOO_MANY_UNPAID_PIECES", refusal.limit(), sku)
                        .with("sku", sku.value()))
                .orElseGet(() -> new ApiProblem(CONFLICT, "TOO_MANY_UNPAID_ORDERS", refusal.limit()));
        refusal.retryAfter().ifPresent(problem::retryAfter);
        return problem.with("limit", refusal.limit());
    }

    static ApiProblem invalid(String field, String message) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED")
                .with("errors", List.of(Map.of("field", field, "message", message)));
    }

    static ApiProblem customerNotFound() {
        return new ApiProblem(NOT_FOUND, "CUSTOMER_NOT_FOUND");
    }
}
