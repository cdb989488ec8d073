package io.orderflow.returns.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.orderflow.returns.OrderUnknown;
import io.orderflow.returns.ReturnNotPossible;
import io.orderflow.returns.TooManyReturned;
import io.orderflow.shared.Sku;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Refusals;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The problems of the API for the refusals of the returns module. */
@Refusals
class ReturnProblems {

    private static final DateTimeFormatter SEOUL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

    @ExceptionHandler(OrderUnknown.class)
    static ApiProblem orderNotFound() {
        return new ApiProblem(NOT_FOUND, "ORDER_NOT_FOUND");
    }

    @ExceptionHandler
    ApiProblem notPossible(ReturnNotPossible refusal) {
        Object[] named = refusal.deadline().map(SEOUL::format).stream().toArray();
        ApiProblem problem = new ApiProblem(CONFLICT, "RETURN_NOT_POSSIBLE", named).because(refusal.cause());
        refusal.deadline().ifPresent(deadline -> problem.with("deadline", deadline));
        return problem;
    }

    @ExceptionHandler
    ApiProblem tooMany(TooManyReturned refusal) {
        List<String> skus = refusal.skus().stream().map(Sku::value).toList();
        return new ApiProblem(UNPROCESSABLE_ENTITY, "RETURN_QUANTITY", String.join(", ", skus)).with("skus", skus);
    }
}
