package io.orderflow.web.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.web.Problems;
import io.orderflow.web.StatusCodes;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * A valve that answers requests with a problem, instead of Tomcat's HTML page, if Tomcat rejects them before the
 * application sees them, such as those with broken paths.
 */
class ProblemErrorValve extends ErrorReportValve {

    private final Problems problems;
    private final ObjectMapper json;

    ProblemErrorValve(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            byte[] body = json.writeValueAsBytes(
                    problems.detail(StatusCodes.problem(HttpStatusCode.valueOf(status)), language(request)));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("no answer to a rejected request", e); // The client has gone away.
        }
    }

    /**
     * Returns the language of the answer. It reads the header itself, because the headers may not have been read at
     * all.
     */
    private static Locale language(Request request) {
        String wish = request.getCoyoteRequest() == null ? null : request.getHeader("Accept-Language");
        return wish != null && wish.toLowerCase(Locale.ROOT).startsWith("ko") ? Locale.KOREAN : Locale.ENGLISH;
    }
}
