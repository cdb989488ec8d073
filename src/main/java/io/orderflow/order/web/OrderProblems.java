package io.orderflow.order.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PAYMENT_REQUIRED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.orderflow.order.CouponRefused;
import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.placing.AmountMismatch;
import io.orderflow.order.placing.CannotCancel;
import io.orderflow.order.placing.NotAwaitingPayment;
import io.orderflow.order.placing.ProductsNotFound;
import io.orderflow.order.placing.TooMuchUnpaid;
import io.orderflow.order.placing.TotalChanged;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Shortage;
import io.orderflow.shared.Sku;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Refusals;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The problems for the refusals of the order module, in the words of the HTTP contract. */
@Refusals
class OrderProblems {

    @ExceptionHandler(OrderNotFound.class)
    static ApiProblem orderNotFound() {
        return new ApiProblem(NOT_FOUND, "ORDER_NOT_FOUND");
    }

    @ExceptionHandler
    ApiProblem productsNotFound(ProductsNotFound refusal) {
        List<String> skus = refusal.skus().stream().map(Sku::value).toList();
        return new ApiProblem(NOT_FOUND, "PRODUCT_NOT_FOUND", String.join(", ", skus)).with("skus", skus);
    }

    @ExceptionHandler
    ApiProblem totalChanged(TotalChanged refusal) {
        return new ApiProblem(CONFLICT, "TOTAL_CHANGED", refusal.paymentAmount().won())
                .with("paymentAmount", refusal.paymentAmount().won());
    }

    @ExceptionHandler(CouponRefused.class)
    static ApiProblem couponNotUsable() {
        return new ApiProblem(UNPROCESSABLE_ENTITY, "COUPON_NOT_USABLE");
    }

    @ExceptionHandler
    ApiProblem orderState(NotAwaitingPayment refusal) {
        OrderStatus status = refusal.status();
        // A new order that takes no payment has one under way: to blame its state would only confuse.
        Object[] named = status == OrderStatus.CREATED ? new Object[0] : new Object[] {status};
        return new ApiProblem(CONFLICT, "ORDER_STATE", named).with("orderStatus", status);
    }

    @ExceptionHandler
    ApiProblem amountMismatch(AmountMismatch refusal) {
        return new ApiProblem(
                        UNPROCESSABLE_ENTITY,
                        "AMOUNT_MISMATCH",
                        refusal.paymentAmount().won())
                .with("paymentAmount", refusal.paymentAmount().won());
    }

    @ExceptionHandler
    ApiProblem cannotCancel(CannotCancel refusal) {
        return new ApiProblem(CONFLICT, "CANNOT_CANCEL", refusal.status()).with("orderStatus", refusal.status());
    }

    static ApiProblem paymentDeclined(@Nullable String declineCode) {
        return new ApiProblem(PAYMENT_REQUIRED, "PAYMENT_DECLINED", declineCode).with("declineCode", declineCode);
    }

    static ApiProblem outOfStock(OrderNumber order, List<Shortage> shortages) {
        return new ApiProblem(
                        CONFLICT,
                        "OUT_OF_STOCK",
                        shortages.stream().map(Shortage::sku).map(Sku::value).collect(Collectors.joining(", ")))
                .with("orderNumber", order.value())
                .with("shortages", shortages.stream().map(Missing::of).toList());
    }

    @ExceptionHandler
    ApiProblem tooMuchUnpaid(TooMuchUnpaid refusal) {
        ApiProblem problem = refusal.sku()
                .map(sku -> new ApiProblem(CONFLICT, "TOO_MANY_UNPAID_PIECES", refusal.limit(), sku)
                        .with("sku", sku.value()))
                .orElseGet(() -> new ApiProblem(CONFLICT, "TOO_MANY_UNPAID_ORDERS", refusal.limit()));
        refusal.retryAfter().ifPresent(problem::retryAfter);
        return problem.with("limit", refusal.limit());
    }

    static ApiProblem customerNotFound() {
        return new ApiProblem(NOT_FOUND, "CUSTOMER_NOT_FOUND");
    }

    /** A shortage as the contract shows it. */
    private record Missing(String sku, long requested, long available) {

        static Missing of(Shortage shortage) {
            return new Missing(shortage.sku().value(), shortage.requested(), shortage.available());
        }
    }
}
