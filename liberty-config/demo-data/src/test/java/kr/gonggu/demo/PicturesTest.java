package kr.gonggu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PicturesTest {

  @Test
  void everyPictureIsDrawnInManyColoursAndUnlikeTheOthers() throws Exception {
    Set<Integer> different = new HashSet<>();
    for (String name : Pictures.names()) {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Pictures.png(name)));
      assertThat(picture.getWidth()).isEqualTo(Pen.WIDTH);
      assertThat(picture.getHeight()).isEqualTo(Pen.HEIGHT);
      Set<Integer> colours = new HashSet<>();
      int sum = 0;
      for (int x = 0; x < Pen.WIDTH; x += 10) {
        for (int y = 0; y < Pen.HEIGHT; y += 10) {
          colours.add(picture.getRGB(x, y));
          sum = 31 * sum + picture.getRGB(x, y);
        }
      }
      assertThat(colours).as(name).hasSizeGreaterThan(6);
      assertThat(different.add(sum)).as(name).isTrue();
    }
  }

  @Test
  void whatNobodyHasDrawnIsSaid() {
    assertThatIllegalArgumentException().isThrownBy(() -> Pictures.png("unicorn"));
  }
}
