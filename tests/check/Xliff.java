// SPDX-License-Identifier: MIT
// What Okapi's xliff2 library says of XLIFF files: the schema of the standard, and the constraints that no schema can say.
import java.io.File;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;

public class Xliff {
	public static void main(String[] files) {
		int invalid = 0;
		for (String file : files) {
			try {
				XLIFFReader.validate(new File(file));
			} catch (Exception fault) {
				invalid++;
				System.out.println(file + ": " + fault.getMessage());
			}
		}
		System.out.println(files.length + " files, " + invalid + " invalid");
		System.exit(invalid == 0 ? 0 : 1);
	}
}
