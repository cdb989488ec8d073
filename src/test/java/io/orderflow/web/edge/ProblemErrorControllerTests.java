package io.orderflow.web.edge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What fails before it gets to a controller is left to the advice, which knows a lost connection by its cause. */
class ProblemErrorControllerTests {

    static RuntimeException[] troubles() {
        SQLException lost = new SQLException("gone", "57P01");
        return new RuntimeException[] {
            new DataAccessResourceFailureException("as Spring says it", lost),
            new ProcessEngineException("as the engine says it, at a log-in", lost)
        };
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void leavesTroubleOfFiltersToTheAdvice(RuntimeException trouble) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, trouble);

        assertThatThrownBy(() -> new ProblemErrorController(mock()).error(request, new MockHttpServletResponse()))
                .isSameAs(trouble);
    }
}
