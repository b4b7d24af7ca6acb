/* Draws pages with PDFium into one PPM file, page after page, as the other programs that are measured do.
   pdfium-pages FILE size             prints the first page's longest edge in points
   pdfium-pages FILE COUNT OUT        draws the first COUNT pages (0: all) at 150 dpi */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void FPDF_InitLibrary(void);
void *FPDF_LoadDocument(const char *path, const char *password);
void FPDF_CloseDocument(void *document);
int FPDF_GetPageCount(void *document);
void *FPDF_LoadPage(void *document, int index);
void FPDF_ClosePage(void *page);
float FPDF_GetPageWidthF(void *page);
float FPDF_GetPageHeightF(void *page);
void *FPDFBitmap_Create(int width, int height, int alpha);
int FPDFBitmap_FillRect(void *bitmap, int left, int top, int width, int height, unsigned long colour);
void FPDF_RenderPageBitmap(void *bitmap, void *page, int x, int y, int width, int height, int rotate, int flags);
void *FPDFBitmap_GetBuffer(void *bitmap);
int FPDFBitmap_GetStride(void *bitmap);
void FPDFBitmap_Destroy(void *bitmap);

#define ANNOTATIONS 1

static int draw(void *document, int index, FILE *out) {
    void *page = FPDF_LoadPage(document, index);
    if (!page) return 0;
    int width = (int)(FPDF_GetPageWidthF(page) * 150 / 72 + 0.5f);
    int height = (int)(FPDF_GetPageHeightF(page) * 150 / 72 + 0.5f);
    void *bitmap = FPDFBitmap_Create(width, height, 0);
    if (!bitmap) return 0;
    FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFFul);
    FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS);
    unsigned char *pixels = FPDFBitmap_GetBuffer(bitmap);
    int stride = FPDFBitmap_GetStride(bitmap);
    size_t length = (size_t)width * height * 3;
    unsigned char *rgb = malloc(length), *to = rgb;
    if (!rgb) return 0;
    for (int y = 0; y < height; y++) {
        unsigned char *from = pixels + (size_t)y * stride;
        for (int x = 0; x < width; x++, from += 4) {
            *to++ = from[2];
            *to++ = from[1];
            *to++ = from[0];
        }
    }
    rewind(out);
    fprintf(out, "P6 %d %d 255\n", width, height);
    int written = fwrite(rgb, 1, length, out) == length;
    free(rgb);
    FPDFBitmap_Destroy(bitmap);
    FPDF_ClosePage(page);
    return written;
}

int main(int count, char **words) {
    if (count < 3) return 2;
    FPDF_InitLibrary();
    void *document = FPDF_LoadDocument(words[1], 0);
    if (!document) return 1;
    if (!strcmp(words[2], "size")) {
        void *page = FPDF_LoadPage(document, 0);
        if (!page) return 1;
        float width = FPDF_GetPageWidthF(page), height = FPDF_GetPageHeightF(page);
        printf("%.3f\n", width > height ? width : height);
        return 0;
    }
    if (count < 4) return 2;
    FILE *out = fopen(words[3], "wb");
    if (!out) return 1;
    int pages = FPDF_GetPageCount(document), wanted = atoi(words[2]);
    if (wanted > 0 && wanted < pages) pages = wanted;
    for (int index = 0; index < pages; index++)
        if (!draw(document, index, out)) return 1;
    FPDF_CloseDocument(document);
    return fclose(out) != 0;
}
