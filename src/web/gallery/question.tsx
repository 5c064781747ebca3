import { PublicLayout } from '../layout/public-layout.tsx';
import { Button } from '../pieces/button.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { CheckField, ChoiceField, Field, SelectField, TextArea } from '../pieces/field.tsx';
import { FileDrop } from '../pieces/file-drop.tsx';
import { Form } from '../pieces/form.tsx';
import { Stepper } from '../pieces/stepper.tsx';

/** A question with errors, and every kind of field. */
export function QuestionGallery() {
  return (
    <PublicLayout title="现在能打出电话吗？">
      <Stepper at={2} all={4} backHref="#back" laterHref="#later" />
      <ErrorSummary
        errors={[
          { field: 'mobile', text: '手机号少了一位，应该是 11 位数字' },
          { field: 'proof', text: '“合同.heic”不是可以接收的类型，请换成 JPG 图片' },
        ]}
      />
      <Form action="/post" files island="upload">
        <ChoiceField
          id="can_call"
          question
          label="现在能打出电话吗？"
          hint="可以拨一个家人的号码试一下。"
          value={['no']}
          options={[
            { value: 'yes', label: '能' },
            { value: 'no', label: '不能', hint: '一拨就断，或者提示“暂时无法接通”“已停机”' },
            { value: 'unsure', label: '不清楚', hint: '现在手边没有这张卡' },
          ]}
        />
        <ChoiceField
          id="abroad"
          inline
          label="人在境外吗？"
          options={[
            { value: 'yes', label: '是' },
            { value: 'no', label: '不是' },
          ]}
        />
        <Field
          id="mobile"
          label="被停的手机号"
          type="tel"
          inputMode="numeric"
          autoComplete="tel-national"
          value="1380013800"
          error="手机号少了一位，应该是 11 位数字"
          size={14}
        />
        <SelectField
          id="carrier"
          label="运营商"
          placeholder="请选择"
          options={[
            { value: 'a', label: '中国移动' },
            { value: 'b', label: '中国电信' },
          ]}
        />
        <TextArea
          id="story"
          label="发生了什么"
          optional
          hint="什么时候停的，收到过什么短信，问过谁。想到多少写多少。"
          value="周六下午送件时突然打不出电话。"
        />
        <FileDrop
          id="proof"
          label="拍下收到的短信"
          hint="截图也可以。身份证号等无关内容可以遮住。"
          maxBytes={10_485_760}
          many
          error="“合同.heic”不是可以接收的类型，请换成 JPG 图片"
        />
        <CheckField id="true" label="以上内容由我本人填写，都是真实的。" />
        <Button look="primary" wide>
          继续
        </Button>
      </Form>
    </PublicLayout>
  );
}
