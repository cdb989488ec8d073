package io.orderflow.web.edge;

import io.orderflow.web.Problems;
import io.orderflow.web.StatusCodes;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The error page of the container, which answers errors of filters and of other servlets with problems. */
@Controller
class ProblemErrorController implements ErrorController {

    private final Problems problems;

    ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof RuntimeException trouble) {
            throw trouble; // For example, the log-in could not reach the database; the advice answers it as for a
            // controller.
        }
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        problems.write(StatusCodes.problem(HttpStatusCode.valueOf(status == null ? 404 : status)), request, response);
    }
}
