package kr.gonggu.pay.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;

/**
 * A JSON number that is a whole number of won, at least 1. The field is a {@link JsonValue},
 * because JSON-B makes a {@code long} out of text as well, and money must be said in no uncertain
 * way.
 */
@Constraint(validatedBy = Won.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Won {

  /** What is said of a wrong amount. */
  String message() default "must be a whole number of won, at least 1";

  /** See Jakarta Bean Validation, section 3.1. */
  Class<?>[] groups() default {};

  /** See Jakarta Bean Validation, section 3.1. */
  Class<? extends Payload>[] payload() default {};

  /** Looks at the value as it came. */
  class Validator implements ConstraintValidator<Won, JsonValue> {

    private static final int MOST_DIGITS = 18;

    @Override
    public boolean isValid(JsonValue value, ConstraintValidatorContext context) {
      if (!(value instanceof JsonNumber)) {
        return false;
      }
      BigDecimal number = ((JsonNumber) value).bigDecimalValue();
      // The scale first: a number like 1E999999999 must not be written out.
      return number.scale() == 0 && number.precision() <= MOST_DIGITS && number.signum() > 0;
    }
  }
}
