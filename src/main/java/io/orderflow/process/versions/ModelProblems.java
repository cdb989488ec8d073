package io.orderflow.process.versions;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.orderflow.web.ApiProblem;
import io.orderflow.web.Refusals;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The problems of the API for the refusals of models and of their migration. */
@Refusals
class ModelProblems {

    @ExceptionHandler
    ApiProblem refused(ModelRefused refusal) {
        return new ApiProblem(UNPROCESSABLE_ENTITY, "MODEL_REFUSED").with("findings", refusal.findings());
    }

    @ExceptionHandler
    ApiProblem unfit(UnfitMapping refusal) {
        return new ApiProblem(UNPROCESSABLE_ENTITY, "MAPPING_UNFIT").with("reason", refusal.getMessage());
    }

    @ExceptionHandler
    ApiProblem underWay(MigrationUnderWay refusal) {
        return new ApiProblem(CONFLICT, "MIGRATION_UNDER_WAY");
    }
}
