package io.orderflow.coupon.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.orderflow.coupon.CouponInfo;
import io.orderflow.coupon.CouponService;
import io.orderflow.coupon.CouponTerms;
import io.orderflow.coupon.DiscountType;
import io.orderflow.coupon.SavedCoupon;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.web.StandaloneApi;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class CouponControllerTests {

    private static final CouponCode CODE = new CouponCode("ALICE20");
    private static final CouponTerms TERMS = new CouponTerms(
            DiscountType.PERCENT,
            20,
            Money.won(10_000),
            5,
            Instant.parse("2026-11-22T00:00:00Z"),
            null,
            new CustomerId("alice"));
    private static final String BODY = "{'discountType': 'PERCENT', 'value': 20, 'minimumAmount': 10000, 'maxUses': 5, "
            + "'validFrom': '2026-11-22T09:00:00+09:00', 'validTo': null, 'customerId': 'alice'}";

    private final CouponService coupons = mock();
    private final MockMvc api = StandaloneApi.of(new CouponController(coupons));

    @Test
    void showsACoupon() throws Exception {
        when(coupons.get(CODE)).thenReturn(Optional.of(new CouponInfo(CODE, TERMS, 3)));

        api.perform(get("/api/coupons/ALICE20"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                "{'code': 'ALICE20', 'discountType': 'PERCENT', 'value': 20, "
                                        + "'minimumAmount': 10000, 'maxUses': 5, 'validFrom': '2026-11-22T00:00:00Z', 'validTo': null, "
                                        + "'customerId': 'alice', 'used': 3}",
                                JsonCompareMode.STRICT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOSUCH", "lower", "WITH-DASH"})
    void unknownAndImpossibleCouponsAreNotFound(String code) throws Exception {
        when(coupons.get(any())).thenReturn(Optional.empty());

        api.perform(get("/api/coupons/{code}", code))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("COUPON_NOT_FOUND"));
    }

    @Test
    void putAnswersCreatedWhenNew() throws Exception {
        when(coupons.put(CODE, TERMS)).thenReturn(new SavedCoupon(new CouponInfo(CODE, TERMS, 0), true));

        write("ALICE20", BODY)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/coupons/ALICE20"))
                .andExpect(jsonPath("$.used").value(0));
    }

    @Test
    void putTakesACouponWithoutLimits() throws Exception {
        CouponTerms plain = new CouponTerms(DiscountType.AMOUNT, 5_000, Money.ZERO, 1, null, null, null);
        when(coupons.put(CODE, plain)).thenReturn(new SavedCoupon(new CouponInfo(CODE, plain, 1), false));

        write("ALICE20", "{'discountType': 'AMOUNT', 'value': 5000, 'maxUses': 1}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.used").value(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lower | {\"discountType\": \"AMOUNT\", \"value\": 1, \"maxUses\": 1} | code",
                "A1 | {\"discountType\": \"PERCENT\", \"value\": 101, \"maxUses\": 1} | value",
                "A1 | {\"discountType\": \"AMOUNT\", \"value\": 1, \"maxUses\": 1, \"validFrom\": \"2026-11-22T09:00:00+09:00\", "
                        + "\"validTo\": \"2026-11-22T00:00:00Z\"} | validTo",
                "A1 | {\"discountType\": \"AMOUNT\", \"value\": 1, \"maxUses\": 1, \"validTo\": \"+10000-01-01T00:00:00Z\"} | validTo"
            })
    void namesTheFieldThatDoesNotGoWithTheRest(String code, String body, String field) throws Exception {
        write(code, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("VALIDATION_FAILED"))
                .andExpect(jsonPath("$.properties.errors[0].field").value(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'discountType': 'HALF', 'value': 1, 'maxUses': 1}",
                "{'discountType': 'AMOUNT', 'value': 0, 'maxUses': 1}",
                "{'discountType': 'AMOUNT', 'value': 1, 'maxUses': -1}",
                "{'discountType': 'AMOUNT', 'value': 1, 'maxUses': 1, 'minimumAmount': -1}",
                "{'discountType': 'AMOUNT', 'value': 1, 'maxUses': 1, 'validFrom': '2026-11-22T09:00:00'}",
                "{'discountType': 'AMOUNT', 'value': 1, 'maxUses': 1, 'customerId': ''}",
                "{'discountType': 'AMOUNT', 'value': 1, 'maxUses': 1, 'customerId': '\\u3000'}",
                "{'discountType': 'AMOUNT', 'value': 1, 'maxUses': 1, 'customerId': 'a\\u0000'}"
            })
    void invalidBodiesAreRefused(String body) throws Exception {
        write("ALICE20", body).andExpect(status().isBadRequest());

        verifyNoInteractions(coupons);
    }

    private ResultActions write(String code, String body) throws Exception {
        return api.perform(put("/api/coupons/{code}", code)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"')));
    }
}
