package io.orderflow.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentNegotiationTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|true",
                "''|true",
                "application/json|true",
                "APPLICATION/JSON|true",
                "application/json;charset=iso-8859-1|true",
                "text/html, application/*;q=0.001|true",
                "application/json;q=0|false",
                "application/json;q=0, */*|false",
                "application/*;q=0, application/json|true",
                "*/*;q=0|false",
                "text/*|false",
                "application/*+json|false",
                "application/problem+json|false",
                "nonsense|false",
                "application/json;q=2|false"
            })
    void mostSpecificRangeSaysWhetherJsonIsAdmitted(String accept, boolean admitted) {
        assertThat(ContentNegotiation.admitJson(List.of(accept))).isEqualTo(admitted);
    }

    @Test
    void severalHeadersAreOne() {
        assertThat(ContentNegotiation.admitJson(List.of("text/html", "application/json")))
                .isTrue();
        assertThat(ContentNegotiation.admitNoCoding(List.of("gzip", "identity;q=0")))
                .isFalse();
        assertThat(ContentNegotiation.admitJson(List.of())).isTrue();
        assertThat(ContentNegotiation.admitNoCoding(List.of())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|true",
                "gzip|true",
                "identity;q=0|false",
                "Identity ; Q=0.000|false",
                "identity;q=0.001|true",
                "*;q=0|false",
                "*;q=0, identity|true",
                "*, identity;q=0|false",
                "gzip;q=0|true",
                ";;q, =|true",
                "identity;q=x|true"
            })
    void answerWithoutACodingIsAdmittedUnlessTheHeaderSaysOtherwise(String acceptEncoding, boolean admitted) {
        assertThat(ContentNegotiation.admitNoCoding(List.of(acceptEncoding))).isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "Application/JSON",
                "application/vnd.order+json",
                "application/json;profile=x"
            })
    void jsonIsJsonInUtf8(String contentType) {
        assertThat(ContentNegotiation.isJson(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/*+json",
                "text/json",
                "text/x+json",
                "application/jsonp",
                "application/json;charset=utf-16",
                "application/json;charset=nonsense",
                "nonsense",
                "application/json/x"
            })
    void everythingElseIsNot(String contentType) {
        assertThat(ContentNegotiation.isJson(contentType)).isFalse();
        assertThat(ContentNegotiation.isJson(null)).isFalse();
    }
}
